package jp.tenken.command.checklist;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.MetadataKeys;
import jp.tenken.kernel.checklist.ChecklistApproved;
import jp.tenken.kernel.checklist.ChecklistConfirmed;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ChecklistSentBack;
import jp.tenken.kernel.checklist.ChecklistSubmissionWithdrawn;
import jp.tenken.kernel.checklist.ChecklistSubmitted;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
import jp.tenken.kernel.checklist.ItemReconfirmed;
import jp.tenken.kernel.checklist.RevisionDiscarded;
import jp.tenken.kernel.checklist.RevisionOpened;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.annotation.MetadataValue;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/**
 * One item and the review in which it stands: the narrow boundary, in which two people who decide
 * different items do not disturb each other.
 *
 * @param open the contract and its checklist
 * @param review the latest revision
 * @param agreements what was agreed about items
 * @param item how the item stands in the revision
 */
@EventSourcedEntity
public record ChecklistItem(
        OpenChecklist open, Review review, Agreements agreements, ItemStanding item) {

    /**
     * One item of one contract.
     *
     * @param contractId the contract
     * @param itemCode the item
     */
    public record Target(ContractId contractId, ItemCode itemCode) {}

    /** Nothing known. */
    @EntityCreator
    public ChecklistItem() {
        this(OpenChecklist.NONE, Review.FIRST, Agreements.NONE, ItemStanding.UNTOUCHED);
    }

    @EventSourcingHandler
    public ChecklistItem evolve(ContractRegistered event) {
        return new ChecklistItem(open.evolve(event), review, agreements, item);
    }

    @EventSourcingHandler
    public ChecklistItem evolve(ContractTransferredToDepartment event) {
        return new ChecklistItem(open.evolve(event), review, agreements, item);
    }

    @EventSourcingHandler
    public ChecklistItem evolve(ParticipatingDepartmentsSet event) {
        return new ChecklistItem(open.evolve(event), review, agreements, item);
    }

    @EventSourcingHandler
    public ChecklistItem evolve(ContractClosed event) {
        return new ChecklistItem(open.evolve(event), review, agreements, item);
    }

    @EventSourcingHandler
    public ChecklistItem evolve(ChecklistOpened event) {
        return new ChecklistItem(open.evolve(event), review, agreements, item);
    }

    @EventSourcingHandler
    public ChecklistItem evolve(ItemDecided event) {
        return new ChecklistItem(open, review, agreements, item.evolve(event));
    }

    @EventSourcingHandler
    public ChecklistItem evolve(ItemDecisionRevised event) {
        return new ChecklistItem(open, review, agreements, item.evolve(event));
    }

    @EventSourcingHandler
    public ChecklistItem evolve(ItemReconfirmed event) {
        return new ChecklistItem(open, review, agreements, item.reconfirmed());
    }

    @EventSourcingHandler
    public ChecklistItem evolve(
            ChecklistSubmitted event,
            @MetadataValue(MetadataKeys.ACTOR_SUBJECT) @Nullable String actor) {
        return new ChecklistItem(open, review.evolve(event, actor), agreements, item);
    }

    @EventSourcingHandler
    public ChecklistItem evolve(ChecklistSubmissionWithdrawn event) {
        return new ChecklistItem(open, review.cameBack(), agreements, item);
    }

    @EventSourcingHandler
    public ChecklistItem evolve(ChecklistSentBack event) {
        return new ChecklistItem(open, review.cameBack(), agreements, item);
    }

    @EventSourcingHandler
    public ChecklistItem evolve(
            ChecklistApproved event,
            @MetadataValue(MetadataKeys.ACTOR_SUBJECT) @Nullable String actor) {
        return new ChecklistItem(open, review.evolve(event, actor), agreements, item);
    }

    @EventSourcingHandler
    public ChecklistItem evolve(ChecklistConfirmed event) {
        return new ChecklistItem(open, review.evolve(event), agreements, item.revisionConfirmed());
    }

    @EventSourcingHandler
    public ChecklistItem evolve(RevisionOpened event) {
        return new ChecklistItem(open, review.evolve(event), agreements, item);
    }

    @EventSourcingHandler
    public ChecklistItem evolve(RevisionDiscarded event) {
        return new ChecklistItem(open, review.discarded(), agreements, item.revisionDiscarded());
    }

    @EventSourcingHandler
    public ChecklistItem evolve(ConsultationOpened event) {
        return new ChecklistItem(open, review, agreements.evolve(event), item);
    }

    @EventSourcingHandler
    public ChecklistItem evolve(ConsultationAgreed event) {
        return new ChecklistItem(open, review, agreements.evolve(event), item);
    }

    @EventCriteriaBuilder
    static EventCriteria criteria(Target target) {
        return Boundaries.item(target.contractId(), target.itemCode());
    }
}
