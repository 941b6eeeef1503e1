package jp.tenken.command.consultation;

import java.util.List;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.command.checklist.Parties;
import jp.tenken.command.checklist.Review;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.checklist.ChecklistApproved;
import jp.tenken.kernel.checklist.ChecklistConfirmed;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ChecklistSentBack;
import jp.tenken.kernel.checklist.ChecklistSubmissionWithdrawn;
import jp.tenken.kernel.checklist.ChecklistSubmitted;
import jp.tenken.kernel.checklist.RevisionDiscarded;
import jp.tenken.kernel.checklist.RevisionOpened;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;
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
 * The contract that a consultation is about, with how far its checklist's latest revision has come.
 *
 * @param open the contract and its checklist
 * @param review the latest revision
 */
@EventSourcedEntity
public record ConsultedContract(OpenChecklist open, Review review) {

    private static final List<Class<? extends Record>> TYPES =
            List.of(
                    ContractRegistered.class,
                    ContractTransferredToDepartment.class,
                    ParticipatingDepartmentsSet.class,
                    ContractClosed.class,
                    ChecklistOpened.class,
                    ChecklistSubmitted.class,
                    ChecklistSubmissionWithdrawn.class,
                    ChecklistSentBack.class,
                    ChecklistApproved.class,
                    ChecklistConfirmed.class,
                    RevisionOpened.class,
                    RevisionDiscarded.class);

    /** Nothing known. */
    @EntityCreator
    public ConsultedContract() {
        this(OpenChecklist.NONE, Review.FIRST);
    }

    /** It was registered. */
    @EventSourcingHandler
    public ConsultedContract evolve(ContractRegistered event) {
        return new ConsultedContract(open.evolve(event), review);
    }

    /** Another department is in charge. */
    @EventSourcingHandler
    public ConsultedContract evolve(ContractTransferredToDepartment event) {
        return new ConsultedContract(open.evolve(event), review);
    }

    /** Others have a part in it. */
    @EventSourcingHandler
    public ConsultedContract evolve(ParticipatingDepartmentsSet event) {
        return new ConsultedContract(open.evolve(event), review);
    }

    /** It is at its end. */
    @EventSourcingHandler
    public ConsultedContract evolve(ContractClosed event) {
        return new ConsultedContract(open.evolve(event), review);
    }

    /** Its checklist was opened. */
    @EventSourcingHandler
    public ConsultedContract evolve(ChecklistOpened event) {
        return new ConsultedContract(open.evolve(event), review);
    }

    /** Its checklist was handed in; by whom does not matter here. */
    @EventSourcingHandler
    public ConsultedContract evolve(ChecklistSubmitted event) {
        return new ConsultedContract(open, review.evolve(event, null));
    }

    /** It was taken back. */
    @EventSourcingHandler
    public ConsultedContract evolve(ChecklistSubmissionWithdrawn event) {
        return new ConsultedContract(open, review.cameBack());
    }

    /** It was sent back. */
    @EventSourcingHandler
    public ConsultedContract evolve(ChecklistSentBack event) {
        return new ConsultedContract(open, review.cameBack());
    }

    /** The first step agreed. */
    @EventSourcingHandler
    public ConsultedContract evolve(ChecklistApproved event) {
        return new ConsultedContract(open, review.evolve(event, null));
    }

    /** The last step agreed. */
    @EventSourcingHandler
    public ConsultedContract evolve(ChecklistConfirmed event) {
        return new ConsultedContract(open, review.evolve(event));
    }

    /** A new revision was opened. */
    @EventSourcingHandler
    public ConsultedContract evolve(RevisionOpened event) {
        return new ConsultedContract(open, review.evolve(event));
    }

    /** The latest revision was given up. */
    @EventSourcingHandler
    public ConsultedContract evolve(RevisionDiscarded event) {
        return new ConsultedContract(open, review.discarded());
    }

    /** Refuses ({@code contract-closed}) what only makes sense while the contract runs. */
    public void requireRunningFor(Topic topic) {
        if (topic != Topic.INCIDENT) {
            open.requireRunning();
        }
    }

    /**
     * For whom the caller speaks: for the municipality, who acts for the whole of it or for a
     * department of the contract; else for the contractor.
     */
    public Side sideOf(Scope scope) {
        Parties parties = open.parties();
        return scope.wholeMunicipality()
                        || parties == null
                        || parties.departments().stream().anyMatch(scope::covers)
                ? Side.MUNICIPALITY
                : Side.CONTRACTOR;
    }

    /** The events on which this depends. */
    @EventCriteriaBuilder
    public static EventCriteria criteria(ContractId contractId) {
        return EventCriteria.havingTags(Tags.CONTRACT, contractId.value())
                .andBeingOneOfTypes(
                        TYPES.stream().map(EventCatalogue::nameOf).toArray(String[]::new));
    }
}
