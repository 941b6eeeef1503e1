package jp.tenken.command.contract;

import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.contract.ContractAmended;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/**
 * Which events a decision about a contract itself depends on: its own, and whether the departments
 * exist that the decision names.
 *
 * @param contractId the contract
 * @param departments those that are named; may be empty
 */
public record ContractBoundary(ContractId contractId, List<DepartmentCode> departments) {

    private static final List<Class<? extends Record>> OWN =
            List.of(
                    ContractRegistered.class,
                    ContractFactsDeclared.class,
                    ContractAmended.class,
                    ContractTransferredToDepartment.class,
                    ParticipatingDepartmentsSet.class,
                    ContractClosed.class,
                    ChecklistOpened.class);

    /** Copies the list. */
    public ContractBoundary {
        departments = List.copyOf(departments);
    }

    /** The contract alone. */
    public static ContractBoundary of(ContractId contractId) {
        return new ContractBoundary(contractId, List.of());
    }

    EventCriteria criteria() {
        EventCriteria criteria =
                EventCriteria.havingTags(Tags.CONTRACT, contractId.value())
                        .andBeingOneOfTypes(
                                OWN.stream().map(EventCatalogue::nameOf).toArray(String[]::new));
        for (DepartmentCode department : departments) {
            criteria =
                    criteria.or(
                            EventCriteria.havingTags(Tags.DEPARTMENT, department.value())
                                    .andBeingOneOfTypes(
                                            EventCatalogue.nameOf(DepartmentEstablished.class)));
        }
        return criteria;
    }
}
