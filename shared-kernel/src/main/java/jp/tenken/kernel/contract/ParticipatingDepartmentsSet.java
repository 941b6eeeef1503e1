package jp.tenken.kernel.contract;

import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * These departments have a part in the contract besides the one in charge; replaces what was said
 * before.
 *
 * @param contractId the contract
 * @param participatingDepartmentCodes without the one in charge; may be empty
 */
@Event(namespace = ContractEvent.NAMESPACE, name = "ParticipatingDepartmentsSet", version = "1")
public record ParticipatingDepartmentsSet(
        @EventTag(key = Tags.CONTRACT) ContractId contractId,
        List<DepartmentCode> participatingDepartmentCodes)
        implements ContractEvent {

    /** Copies the list. */
    public ParticipatingDepartmentsSet {
        participatingDepartmentCodes = List.copyOf(participatingDepartmentCodes);
    }
}
