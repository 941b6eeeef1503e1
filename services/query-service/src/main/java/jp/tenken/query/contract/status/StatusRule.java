package jp.tenken.query.contract.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.tenken.query.contract.Cause;
import org.jspecify.annotations.Nullable;

/**
 * What status a contract has at an instant, and why. Pure: what changes with time alone follows
 * from the instant, never from a clock.
 */
public final class StatusRule {

    private StatusRule() {}

    /**
     * A status with its reasons.
     *
     * @param status the worst of the reasons'
     * @param reasons worst first; never empty
     * @param nextChangeAt when the status changes without any event; null where it does not
     */
    public record Standing(
            ContractStatus status, List<StatusReason> reasons, @Nullable Instant nextChangeAt) {}

    /**
     * The status of a contract.
     *
     * @param row as the events up to some point made it
     * @param instant for which to ask, not before {@link ContractRow#changedAt}; blank items are as
     *     bad today as tomorrow, so what is known of contracts today does not depend on it
     */
    public static Standing statusAt(ContractRow row, Instant instant) {
        List<StatusReason> reasons = new ArrayList<>();
        ItemStanding items = row.items();
        if (items != null && !items.undecided().isEmpty()) {
            reasons.add(
                    StatusReason.of(
                            ContractStatus.UNDECIDED_ITEMS, items.undecided(), items.opened()));
        }
        if (reasons.isEmpty()) {
            Cause done = items == null ? null : items.completed();
            reasons.add(
                    StatusReason.of(
                            ContractStatus.IN_ORDER,
                            List.of(),
                            done == null ? row.registered() : done));
        }
        reasons.sort(Comparator.comparing(StatusReason::status));
        return new Standing(reasons.getFirst().status(), List.copyOf(reasons), null);
    }
}
