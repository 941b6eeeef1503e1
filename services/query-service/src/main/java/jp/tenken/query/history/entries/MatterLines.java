package jp.tenken.query.history.entries;

import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationClosed;
import jp.tenken.kernel.consultation.ConsultationEvent;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.ConsultationProposalMade;
import jp.tenken.kernel.consultation.ConsultationRefused;
import jp.tenken.kernel.consultation.ConsultationWithdrawn;
import jp.tenken.kernel.incident.IncidentClassified;
import jp.tenken.kernel.incident.IncidentClosed;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.kernel.incident.IncidentEvent;
import jp.tenken.kernel.incident.IncidentFactsRevised;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.incident.IncidentWithdrawn;
import jp.tenken.kernel.incident.ReportableSituation;

/** Entries about incidents and consultations. */
final class MatterLines {

    private MatterLines() {}

    static void addTo(HistoryHandlers to) {
        incident(to, IncidentReported.class, e -> about(e).saying(e.facts().summary()));
        incident(
                to,
                IncidentFactsRevised.class,
                e -> about(e).word("revision", e.revision()).saying(e.facts().summary()));
        incident(
                to,
                IncidentContractAdded.class,
                e -> about(e).word(HistoryHandlers.CONTRACT, e.contract().contractId()));
        incident(
                to,
                IncidentClassified.class,
                e ->
                        about(e).word(
                                        "situations",
                                        e.situations().isEmpty()
                                                ? "not_reportable"
                                                : e.situations().stream()
                                                        .map(ReportableSituation::value)
                                                        .collect(Collectors.joining("+")))
                                .because(e.reason()));
        incident(to, IncidentWithdrawn.class, e -> about(e).because(e.reason()));
        incident(to, IncidentClosed.class, e -> about(e).saying(e.comment()));
        consultation(
                to,
                ConsultationOpened.class,
                e ->
                        about(e).items(e.itemCodes())
                                .word("topic", "topic." + e.topic())
                                .saying(e.proposal()));
        consultation(
                to,
                ConsultationProposalMade.class,
                e -> about(e).word("side", e.proposedBy()).saying(e.proposal()));
        consultation(
                to,
                ConsultationAgreed.class,
                e ->
                        about(e).items(e.itemCodes())
                                .word("revision", e.revision())
                                .word("day", e.effectiveOn())
                                .saying(e.measures()));
        consultation(to, ConsultationRefused.class, e -> about(e).because(e.reason()));
        consultation(to, ConsultationWithdrawn.class, e -> about(e).because(e.reason()));
        consultation(to, ConsultationClosed.class, e -> about(e).saying(e.comment()));
    }

    private static Told about(IncidentEvent event) {
        return Told.about("incidents/" + event.incidentId()).word("id", event.incidentId());
    }

    private static Told about(ConsultationEvent event) {
        return Told.about("consultations/" + event.consultationId())
                .word("id", event.consultationId());
    }

    private static <E extends IncidentEvent> void incident(
            HistoryHandlers to, Class<E> type, Function<E, Told> told) {
        to.contracts(type, e -> e.contractIds(), told, (known, event) -> known);
    }

    private static <E extends ConsultationEvent> void consultation(
            HistoryHandlers to, Class<E> type, Function<E, Told> told) {
        to.contract(type, e -> e.contractId(), told);
    }
}
