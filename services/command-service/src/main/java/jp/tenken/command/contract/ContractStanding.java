package jp.tenken.command.contract;

import java.util.List;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/**
 * To whom a contract belongs and whether it runs: what decisions about something else, that hangs
 * on the contract, need to know of it.
 *
 * @param open the contract and its checklist
 */
@EventSourcedEntity
public record ContractStanding(OpenChecklist open) {

    private static final List<Class<? extends Record>> TYPES =
            List.of(
                    ContractRegistered.class,
                    ContractTransferredToDepartment.class,
                    ParticipatingDepartmentsSet.class,
                    ContractClosed.class,
                    ChecklistOpened.class);

    /** Nothing known. */
    @EntityCreator
    public ContractStanding() {
        this(OpenChecklist.NONE);
    }

    /** It was registered. */
    @EventSourcingHandler
    public ContractStanding evolve(ContractRegistered event) {
        return new ContractStanding(open.evolve(event));
    }

    /** Another department is in charge. */
    @EventSourcingHandler
    public ContractStanding evolve(ContractTransferredToDepartment event) {
        return new ContractStanding(open.evolve(event));
    }

    /** Others have a part in it. */
    @EventSourcingHandler
    public ContractStanding evolve(ParticipatingDepartmentsSet event) {
        return new ContractStanding(open.evolve(event));
    }

    /** It is at its end. */
    @EventSourcingHandler
    public ContractStanding evolve(ContractClosed event) {
        return new ContractStanding(open.evolve(event));
    }

    /** Its checklist was opened. */
    @EventSourcingHandler
    public ContractStanding evolve(ChecklistOpened event) {
        return new ContractStanding(open.evolve(event));
    }

    /** The events on which this depends. */
    @EventCriteriaBuilder
    public static EventCriteria criteria(ContractId contractId) {
        return EventCriteria.havingTags(Tags.CONTRACT, contractId.value())
                .andBeingOneOfTypes(
                        TYPES.stream().map(EventCatalogue::nameOf).toArray(String[]::new));
    }
}
