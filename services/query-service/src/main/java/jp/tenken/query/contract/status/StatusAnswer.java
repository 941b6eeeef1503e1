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
     * Items of the checklist by answer.
     *
     * @param decided {@code implement + notNeeded}
     * @param total {@code decided + undecided}
     * @param implement with ○
     * @param notNeeded with －
     * @param undecided blank
     */
    public record Counts(int decided, int total, int implement, int notNeeded, int undecided) {

        static Counts of(@Nullable ItemStanding items) {
            return items == null
                    ? new Counts(0, 0, 0, 0, 0)
                    : new Counts(
                            items.decided(),
                            items.total(),
                            items.implemented(),
                            items.notNeeded().size(),
                            items.undecided().size());
        }
    }

    static StatusAnswer of(ContractRow row, Instant instant) {
        StatusRule.Standing standing = StatusRule.statusAt(row, instant);
        return new StatusAnswer(
                standing.status(),
                standing.reasons(),
                Counts.of(row.items()),
                standing.nextChangeAt());
    }
}
