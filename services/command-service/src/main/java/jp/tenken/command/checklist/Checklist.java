package jp.tenken.command.checklist;

import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.MetadataKeys;
import jp.tenken.kernel.checklist.ChecklistApproved;
import jp.tenken.kernel.checklist.ChecklistConfirmed;
import jp.tenken.kernel.checklist.ChecklistEvent;
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
import jp.tenken.kernel.consultation.ConsultationClosed;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.ConsultationRefused;
import jp.tenken.kernel.consultation.ConsultationWithdrawn;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import jp.tenken.kernel.municipality.ApprovalPath;
import jp.tenken.kernel.municipality.ApprovalPathSet;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.annotation.MetadataValue;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/**
 * The whole checklist: the wide boundary, for what concerns every item.
 *
 * @param open the contract and its checklist
 * @param review the latest revision
 * @param answers how the items stand in it
 * @param consultations of the contract
 * @param path along which it is approved
 * @param version number of events that changed the checklist
 */
@EventSourcedEntity
public record Checklist(
        OpenChecklist open,
        Review review,
        Answers answers,
        Consultations consultations,
        ApprovalPath path,
        long version) {

    /** Nothing known. */
    @EntityCreator
    public Checklist() {
        this(
                OpenChecklist.NONE,
                Review.FIRST,
                Answers.NONE,
                Consultations.NONE,
                ApprovalPath.DEFAULT,
                0);
    }

    @EventSourcingHandler
    public Checklist evolve(ContractRegistered event) {
        return opened(open.evolve(event), version);
    }

    @EventSourcingHandler
    public Checklist evolve(ContractTransferredToDepartment event) {
        return opened(open.evolve(event), version);
    }

    @EventSourcingHandler
    public Checklist evolve(ParticipatingDepartmentsSet event) {
        return opened(open.evolve(event), version);
    }

    @EventSourcingHandler
    public Checklist evolve(ContractClosed event) {
        return opened(open.evolve(event), version);
    }

    @EventSourcingHandler
    public Checklist evolve(ChecklistOpened event) {
        return opened(open.evolve(event), version + 1);
    }

    @EventSourcingHandler
    public Checklist evolve(ItemDecided event) {
        return changed(review, answers.with(event.itemCode(), item -> item.evolve(event)));
    }

    @EventSourcingHandler
    public Checklist evolve(ItemDecisionRevised event) {
        return changed(review, answers.with(event.itemCode(), item -> item.evolve(event)));
    }

    @EventSourcingHandler
    public Checklist evolve(ItemReconfirmed event) {
        return changed(review, answers.with(event.itemCode(), ItemStanding::reconfirmed));
    }

    @EventSourcingHandler
    public Checklist evolve(
            ChecklistSubmitted event,
            @MetadataValue(MetadataKeys.ACTOR_SUBJECT) @Nullable String actor) {
        return changed(review.evolve(event, actor), answers);
    }

    @EventSourcingHandler
    public Checklist evolve(ChecklistSubmissionWithdrawn event) {
        return changed(review.cameBack(), answers);
    }

    @EventSourcingHandler
    public Checklist evolve(ChecklistSentBack event) {
        return changed(review.cameBack(), answers);
    }

    @EventSourcingHandler
    public Checklist evolve(
            ChecklistApproved event,
            @MetadataValue(MetadataKeys.ACTOR_SUBJECT) @Nullable String actor) {
        return changed(review.evolve(event, actor), answers);
    }

    @EventSourcingHandler
    public Checklist evolve(ChecklistConfirmed event) {
        return changed(review.evolve(event), answers.each(ItemStanding::revisionConfirmed));
    }

    @EventSourcingHandler
    public Checklist evolve(RevisionOpened event) {
        return changed(review.evolve(event), answers);
    }

    @EventSourcingHandler
    public Checklist evolve(RevisionDiscarded event) {
        return changed(review.discarded(), answers.each(ItemStanding::revisionDiscarded));
    }

    @EventSourcingHandler
    public Checklist evolve(ConsultationOpened event) {
        return consulted(consultations.evolve(event));
    }

    @EventSourcingHandler
    public Checklist evolve(ConsultationAgreed event) {
        return consulted(consultations.evolve(event));
    }

    @EventSourcingHandler
    public Checklist evolve(ConsultationRefused event) {
        return consulted(consultations.settled(event.consultationId()));
    }

    @EventSourcingHandler
    public Checklist evolve(ConsultationWithdrawn event) {
        return consulted(consultations.settled(event.consultationId()));
    }

    @EventSourcingHandler
    public Checklist evolve(ConsultationClosed event) {
        return consulted(consultations.settled(event.consultationId()));
    }

    @EventSourcingHandler
    public Checklist evolve(ApprovalPathSet event) {
        return new Checklist(open, review, answers, consultations, ApprovalPath.of(event), version);
    }

    private Checklist opened(OpenChecklist next, long then) {
        return new Checklist(next, review, answers, consultations, path, then);
    }

    private Checklist changed(Review next, Answers then) {
        return new Checklist(open, next, then, consultations, path, version + 1);
    }

    private Checklist consulted(Consultations next) {
        return new Checklist(open, review, answers, next, path, version);
    }

    /** The decision that these events are; none = without effect. */
    public Decision decision(ContractId contractId, List<? extends ChecklistEvent> events) {
        return new Decision(contractId.value(), version + events.size(), List.copyOf(events));
    }

    @EventCriteriaBuilder
    static EventCriteria criteria(ContractId contractId) {
        return Boundaries.checklist(contractId);
    }
}
