package jp.tenken.query.incident.board;

import jp.tenken.kernel.incident.IncidentClassified;
import jp.tenken.kernel.incident.IncidentClosed;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.kernel.incident.IncidentFactsRevised;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.incident.IncidentWithdrawn;
import jp.tenken.projections.View;

/** One row per incident, keyed by its id and sorted by the sequence of its report. */
public final class IncidentBoard {

    /** Attribute: {@code true} while anything is left to do. */
    static final String OPEN = "open";

    private static final int SEQUENCE_DIGITS = 19;

    /** The view. */
    public static final View<IncidentRow> VIEW =
            View.of("incidents", 2, IncidentRow.class)
                    .sort(row -> padded(row.reportedAt()))
                    .attribute(OPEN, row -> Boolean.toString(row.state() == IncidentRow.State.OPEN))
                    .insert(
                            IncidentReported.class,
                            event -> event.incidentId().value(),
                            IncidentRow::of)
                    .update(
                            IncidentFactsRevised.class,
                            event -> event.incidentId().value(),
                            IncidentRow::evolve)
                    .update(
                            IncidentContractAdded.class,
                            event -> event.incidentId().value(),
                            (row, event, envelope) -> row.evolve(event))
                    .update(
                            IncidentClassified.class,
                            event -> event.incidentId().value(),
                            IncidentRow::evolve)
                    .update(
                            IncidentWithdrawn.class,
                            event -> event.incidentId().value(),
                            (row, event, envelope) ->
                                    row.over(IncidentRow.State.WITHDRAWN, event.reason()))
                    .update(
                            IncidentClosed.class,
                            event -> event.incidentId().value(),
                            (row, event, envelope) ->
                                    row.over(IncidentRow.State.CLOSED, event.comment()))
                    .build();

    private IncidentBoard() {}

    private static String padded(long sequence) {
        String text = Long.toString(sequence);
        return "0".repeat(SEQUENCE_DIGITS - text.length()) + text;
    }
}
