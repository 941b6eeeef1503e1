package jp.tenken.query.contract.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status of one contract.
 *
 * @param status how it stands
 * @param reasons why, worst first
 * @param counts its items
 * @param nextChangeAt when the status changes without any event; null where it does not
 */
public record StatusAnswer(
        ContractStatus status,
        List<StatusReason> reasons,
        Counts counts,
        @Nullable Instant nextChangeAt) {

    /**
     * Items of the checklist by answer, and what is open.
     *
     * @param decided {@code implement + notNeeded}
     * @param total {@code decided + undecided}
     * @param implement with ○
     * @param notNeeded with －
     * @param undecided blank
     * @param stale decided, and to be looked at again
     * @param openIncidents incidents that are not closed
     * @param openConsultations consultations without outcome
     */
    public record Counts(
            int decided,
            int total,
            int implement,
            int notNeeded,
            int undecided,
            int stale,
            int openIncidents,
            int openConsultations) {

        static Counts of(OpenMatters matters) {
            ItemStanding items = matters.items();
            int incidents = matters.incidents().size();
            int consultations = matters.consultations().size();
            return items == null
                    ? new Counts(0, 0, 0, 0, 0, 0, incidents, consultations)
                    : new Counts(
                            items.count(),
                            items.total(),
                            items.implemented(),
                            items.decided().notNeeded().size(),
                            items.undecided().size(),
                            items.decided().stale().size(),
                            incidents,
                            consultations);
        }
    }

    static StatusAnswer of(ContractRow row, Instant instant) {
        StatusRule.Standing standing = StatusRule.statusAt(row, instant);
        return new StatusAnswer(
                standing.status(),
                standing.reasons(),
                Counts.of(row.matters()),
                standing.nextChangeAt());
    }
}
