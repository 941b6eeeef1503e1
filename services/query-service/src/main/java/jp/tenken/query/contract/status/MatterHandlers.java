package jp.tenken.query.contract.status;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationClosed;
import jp.tenken.kernel.consultation.ConsultationEvent;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.ConsultationRefused;
import jp.tenken.kernel.consultation.ConsultationWithdrawn;
import jp.tenken.kernel.incident.IncidentClassified;
import jp.tenken.kernel.incident.IncidentClosed;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.kernel.incident.IncidentEvent;
import jp.tenken.kernel.incident.IncidentFactsRevised;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.incident.IncidentWithdrawn;
import jp.tenken.projections.Envelope;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewBuilder;
import jp.tenken.query.contract.Cause;
import jp.tenken.query.contract.FactDependencies;
import org.jspecify.annotations.Nullable;

/** What incidents and consultations do to the rows of the contracts that they touch. */
final class MatterHandlers {

    private MatterHandlers() {}

    static void addTo(ViewBuilder<ContractRow> view) {
        incident(view, IncidentReported.class, (open, e, at) -> reported(open, e, at));
        incident(view, IncidentFactsRevised.class, (open, e, at) -> revised(open, e, at));
        incident(
                view,
                IncidentClassified.class,
                (open, e, at) ->
                        open.incident(
                                e.incidentId(),
                                each -> each.classified(e.situations(), Cause.of(at))));
        incident(view, IncidentWithdrawn.class, (open, e, at) -> open.settled(e.incidentId()));
        incident(view, IncidentClosed.class, (open, e, at) -> open.settled(e.incidentId()));
        view.onEachBeside(IncidentContractAdded.class, MatterHandlers::keys, MatterHandlers::added);
        consultation(
                view,
                ConsultationOpened.class,
                (row, e, at) -> row.matters(at, open -> opened(open, e, at)));
        settled(view, ConsultationAgreed.class);
        settled(view, ConsultationRefused.class);
        settled(view, ConsultationWithdrawn.class);
        settled(view, ConsultationClosed.class);
    }

    /** What an event does to what is open about a contract. */
    @FunctionalInterface
    private interface Change<E> {
        OpenMatters apply(OpenMatters open, E event, Envelope envelope);
    }

    private static OpenMatters reported(OpenMatters open, IncidentReported event, Envelope at) {
        return open.with(
                new OpenIncident(
                        event.incidentId(),
                        Cause.of(at),
                        event.facts().learnedAt(),
                        null,
                        List.of()));
    }

    private static OpenMatters revised(OpenMatters open, IncidentFactsRevised event, Envelope at) {
        return open.incident(event.incidentId()) == null
                ? open.with(
                        new OpenIncident(
                                event.incidentId(),
                                Cause.of(at),
                                event.facts().learnedAt(),
                                null,
                                List.of()))
                : open.incident(
                        event.incidentId(), each -> each.learned(event.facts().learnedAt()));
    }

    // The event does not say since when the clock runs; the rows of the other contracts do.
    private static @Nullable ContractRow added(
            String key,
            @Nullable ContractRow row,
            IncidentContractAdded event,
            Envelope at,
            View.Beside<ContractRow> beside) {
        if (row == null || !key.equals(event.contract().contractId().value())) {
            return row;
        }
        OpenIncident known =
                new OpenIncident(event.incidentId(), Cause.of(at), null, null, List.of());
        for (ContractId other : event.contractIds()) {
            ContractRow there = other.value().equals(key) ? null : beside.row(other.value());
            OpenIncident same = there == null ? null : there.matters().incident(event.incidentId());
            if (same != null) {
                known = same;
                break;
            }
        }
        OpenIncident came =
                new OpenIncident(
                        known.incidentId(),
                        Cause.of(at),
                        known.learnedAt(),
                        known.classified(),
                        known.situations());
        return row.matters(at, open -> open.with(came));
    }

    private static OpenMatters opened(OpenMatters open, ConsultationOpened event, Envelope at) {
        OpenMatters more = open.with(OpenConsultation.of(event, at));
        return event.policyEditionId() == null
                ? more
                : more.items(
                        items ->
                                items.gotStale(Set.of(FactDependencies.POLICY_ITEM), Cause.of(at)));
    }

    private static <E extends IncidentEvent> void incident(
            ViewBuilder<ContractRow> view, Class<E> type, Change<E> change) {
        view.onEach(
                type,
                MatterHandlers::keys,
                (key, row, event, at) ->
                        row == null
                                ? null
                                : row.matters(at, open -> change.apply(open, event, at)));
    }

    private static List<String> keys(IncidentEvent event, Envelope at) {
        return event.contractIds().stream().map(ContractId::value).toList();
    }

    private static <E extends ConsultationEvent> void consultation(
            ViewBuilder<ContractRow> view, Class<E> type, View.Update<ContractRow, E> update) {
        view.update(type, event -> event.contractId().value(), update);
    }

    private static <E extends ConsultationEvent> void settled(
            ViewBuilder<ContractRow> view, Class<E> type) {
        BiFunction<OpenMatters, ConsultationId, OpenMatters> settled = OpenMatters::settled;
        consultation(
                view,
                type,
                (row, e, at) -> row.matters(at, open -> settled.apply(open, e.consultationId())));
    }
}
