package jp.tenken.query.incident.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.incident.IncidentClassified;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.kernel.incident.IncidentFacts;
import jp.tenken.kernel.incident.IncidentFactsRevised;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.incident.ReportableSituation;
import jp.tenken.projections.Envelope;
import jp.tenken.query.reading.RecordedActor;
import org.jspecify.annotations.Nullable;

/**
 * An incident.
 *
 * @param incidentId the incident
 * @param state whether anything is left to do about it
 * @param reportedByContractor the contractor that reported; null = the municipality itself
 * @param contracts every contract concerned, as known now
 * @param revisions what was known when, from the report on; never empty
 * @param classification the latest one; null while there is none
 * @param outcome what was said when it was closed or withdrawn; null where nothing was
 * @param reportedAt sequence of the report among the municipality's events
 * @param version number of events of the incident, from 1
 */
public record IncidentRow(
        IncidentId incidentId,
        State state,
        @Nullable ContractorId reportedByContractor,
        List<IncidentContract> contracts,
        List<KnownState> revisions,
        @Nullable Classification classification,
        @Nullable SealedText outcome,
        long reportedAt,
        long version) {

    /** Copies the lists. */
    public IncidentRow {
        contracts = List.copyOf(contracts);
        revisions = List.copyOf(revisions);
    }

    /** Whether anything is left to do about an incident. */
    public enum State {
        /** Something is. */
        OPEN,
        /** There was none. */
        WITHDRAWN,
        /** Nothing is. */
        CLOSED
    }

    /**
     * What was known at one time.
     *
     * @param revision from 1, the report
     * @param at when it was said
     * @param actor who said it; null where the event names nobody
     * @param contracts the contracts concerned
     * @param facts what was known
     */
    public record KnownState(
            int revision,
            Instant at,
            @Nullable RecordedActor actor,
            List<IncidentContract> contracts,
            IncidentFacts facts) {

        /** Copies the list. */
        public KnownState {
            contracts = List.copyOf(contracts);
        }
    }

    /**
     * Which reportable situations an incident is.
     *
     * @param situations none = it need not be reported
     * @param reason why; null where nobody said
     * @param actor who decided it; null where the event names nobody
     * @param at when
     */
    public record Classification(
            List<ReportableSituation> situations,
            @Nullable SealedText reason,
            @Nullable RecordedActor actor,
            Instant at) {

        /** Copies the list. */
        public Classification {
            situations = List.copyOf(situations);
        }
    }

    static IncidentRow of(IncidentReported event, Envelope envelope) {
        return new IncidentRow(
                event.incidentId(),
                State.OPEN,
                event.reportedByContractor(),
                event.contracts(),
                List.of(known(1, event.contracts(), event.facts(), envelope)),
                null,
                null,
                envelope.sequence(),
                1);
    }

    IncidentRow evolve(IncidentFactsRevised event, Envelope envelope) {
        List<KnownState> more = new ArrayList<>(revisions);
        more.add(known(event.revision(), event.contracts(), event.facts(), envelope));
        return with(state, event.contracts(), more, classification, outcome);
    }

    IncidentRow evolve(IncidentContractAdded event) {
        List<IncidentContract> more = new ArrayList<>(contracts);
        more.removeIf(each -> each.contractId().equals(event.contract().contractId()));
        more.add(event.contract());
        return with(state, more, revisions, classification, outcome);
    }

    IncidentRow evolve(IncidentClassified event, Envelope envelope) {
        return with(
                state,
                contracts,
                revisions,
                new Classification(
                        event.situations(),
                        event.reason(),
                        RecordedActor.of(envelope),
                        envelope.time()),
                outcome);
    }

    IncidentRow over(State next, @Nullable SealedText said) {
        return with(next, contracts, revisions, classification, said);
    }

    /** Every contract concerned. */
    List<ContractId> contractIds() {
        return contracts.stream().map(IncidentContract::contractId).toList();
    }

    /** What is known now. */
    IncidentFacts facts() {
        return revisions.getLast().facts();
    }

    private static KnownState known(
            int revision, List<IncidentContract> contracts, IncidentFacts facts, Envelope at) {
        return new KnownState(revision, at.time(), RecordedActor.of(at), contracts, facts);
    }

    private IncidentRow with(
            State next,
            List<IncidentContract> concerned,
            List<KnownState> states,
            @Nullable Classification as,
            @Nullable SealedText said) {
        return new IncidentRow(
                incidentId,
                next,
                reportedByContractor,
                concerned,
                states,
                as,
                said,
                reportedAt,
                version + 1);
    }
}
