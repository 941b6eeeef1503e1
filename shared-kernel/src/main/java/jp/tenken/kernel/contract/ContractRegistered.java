package jp.tenken.kernel.contract;

import java.util.List;
import java.util.stream.Stream;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * A contract that hands personal information to a contractor is known from now on.
 *
 * @param contractId the contract
 * @param contractNumber the municipality's own number of it
 * @param title what the work is
 * @param departmentCode the department in charge (所管課)
 * @param participatingDepartmentCodes others that have a part in it, without the one in charge
 * @param contractor with whom it was concluded
 * @param period for which
 */
@Event(namespace = ContractEvent.NAMESPACE, name = "ContractRegistered", version = "1")
public record ContractRegistered(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        String contractNumber,
        String title,
        DepartmentCode departmentCode,
        List<DepartmentCode> participatingDepartmentCodes,
        Contractor contractor,
        Period period)
        implements ContractEvent {

    /** Copies the list. */
    public ContractRegistered {
        participatingDepartmentCodes = List.copyOf(participatingDepartmentCodes);
    }

    /** The department in charge, then the participating ones. */
    public List<DepartmentCode> departments() {
        return Stream.concat(Stream.of(departmentCode), participatingDepartmentCodes.stream())
                .toList();
    }

    /** The tag by which a contractor's contracts are found. */
    @EventTag(key = Tags.CONTRACTOR)
    public ContractorId contractorTag() {
        return contractor.contractorId();
    }
}
