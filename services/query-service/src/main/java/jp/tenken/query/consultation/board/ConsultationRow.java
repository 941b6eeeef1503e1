package jp.tenken.query.consultation.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.ConsultationProposalMade;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;
import jp.tenken.projections.Envelope;
import jp.tenken.query.reading.RecordedActor;
import org.jspecify.annotations.Nullable;

/**
 * A consultation.
 *
 * @param consultationId the consultation
 * @param contractId the contract that it is about
 * @param topic what it is about
 * @param subject in one line
 * @param itemCodes which items it may change
 * @param incidentId the incident it follows; null = none
 * @param policyEditionId the edition it follows; null = none
 * @param state what came of it
 * @param proposals the first one and all later ones, in order; never empty
 * @param agreement what was agreed; null where nothing was
 * @param steps how it was brought to an end, in order
 * @param openedAt sequence of its opening among the municipality's events
 * @param version number of events of the consultation, from 1
 */
public record ConsultationRow(
        ConsultationId consultationId,
        ContractId contractId,
        Topic topic,
        SealedText subject,
        List<ItemCode> itemCodes,
        @Nullable IncidentId incidentId,
        @Nullable PolicyEditionId policyEditionId,
        State state,
        List<Proposal> proposals,
        @Nullable Agreement agreement,
        List<Step> steps,
        long openedAt,
        long version) {

    /** Copies the lists. */
    public ConsultationRow {
        itemCodes = List.copyOf(itemCodes);
        proposals = List.copyOf(proposals);
        steps = List.copyOf(steps);
    }

    /** What came of a consultation. */
    public enum State {
        /** Nothing yet. */
        OPEN,
        /** Measures were agreed. */
        AGREED,
        /** The municipality refused what was proposed. */
        REFUSED,
        /** Who opened it gave it up. */
        WITHDRAWN,
        /** Nothing is left to talk about. */
        CLOSED
    }

    /**
     * A proposal.
     *
     * @param proposal what was proposed
     * @param proposedBy by which side
     * @param actor by whom; null where the event names nobody
     * @param at when
     */
    public record Proposal(
            SealedText proposal, Side proposedBy, @Nullable RecordedActor actor, Instant at) {

        static Proposal of(SealedText proposal, Side side, Envelope envelope) {
            return new Proposal(proposal, side, RecordedActor.of(envelope), envelope.time());
        }
    }

    /**
     * What was agreed.
     *
     * @param revision the revision of the checklist that carries it
     * @param measures in words
     * @param itemCodes which items it changes
     * @param effectiveOn from which day on
     */
    public record Agreement(
            int revision, SealedText measures, List<ItemCode> itemCodes, LocalDate effectiveOn) {

        /** Copies the list. */
        public Agreement {
            itemCodes = List.copyOf(itemCodes);
        }

        static Agreement of(ConsultationAgreed event) {
            return new Agreement(
                    event.revision(), event.measures(), event.itemCodes(), event.effectiveOn());
        }
    }

    /**
     * A step by which a consultation left a state.
     *
     * @param state the state afterwards
     * @param text what was said with it; null where nothing was
     * @param actor who did it; null where the event names nobody
     * @param at when
     */
    public record Step(
            State state, @Nullable SealedText text, @Nullable RecordedActor actor, Instant at) {}

    static ConsultationRow of(ConsultationOpened event, Envelope envelope) {
        return new ConsultationRow(
                event.consultationId(),
                event.contractId(),
                event.topic(),
                event.subject(),
                event.itemCodes(),
                event.incidentId(),
                event.policyEditionId(),
                State.OPEN,
                List.of(Proposal.of(event.proposal(), event.proposedBy(), envelope)),
                null,
                List.of(),
                envelope.sequence(),
                1);
    }

    ConsultationRow evolve(ConsultationProposalMade event, Envelope envelope) {
        List<Proposal> more = new ArrayList<>(proposals);
        more.add(Proposal.of(event.proposal(), event.proposedBy(), envelope));
        return with(state, more, agreement, steps);
    }

    ConsultationRow evolve(ConsultationAgreed event, Envelope envelope) {
        ConsultationRow agreed = step(State.AGREED, null, envelope);
        return new ConsultationRow(
                consultationId,
                contractId,
                topic,
                subject,
                itemCodes,
                incidentId,
                policyEditionId,
                State.AGREED,
                proposals,
                Agreement.of(event),
                agreed.steps(),
                openedAt,
                agreed.version());
    }

    ConsultationRow step(State next, @Nullable SealedText text, Envelope envelope) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(next, text, RecordedActor.of(envelope), envelope.time()));
        return with(next, proposals, agreement, more);
    }

    private ConsultationRow with(
            State next, List<Proposal> said, @Nullable Agreement agreed, List<Step> taken) {
        return new ConsultationRow(
                consultationId,
                contractId,
                topic,
                subject,
                itemCodes,
                incidentId,
                policyEditionId,
                next,
                said,
                agreed,
                taken,
                openedAt,
                version + 1);
    }
}
