package jp.tenken.integration.feed;

import java.util.ArrayList;
import java.util.List;
import jp.tenken.kernel.DepartmentCode;
import org.jspecify.annotations.Nullable;

/**
 * Which department a contract belonged to, from which event on.
 *
 * @param knownTo position in the log up to which this is complete
 * @param changes in order of their sequence
 */
record ContractTimeline(long knownTo, List<Change> changes) {

    /** Nothing known yet. */
    static final ContractTimeline UNKNOWN = new ContractTimeline(0, List.of());

    /**
     * The contract belongs to a department from this event on.
     *
     * @param sequence of the event
     */
    record Change(long sequence, DepartmentCode department) {}

    /** The department at an event, the event's own effect included; null before the first one. */
    @Nullable DepartmentCode at(long sequence) {
        DepartmentCode department = null;
        for (Change change : changes) {
            if (change.sequence() > sequence) {
                break;
            }
            department = change.department();
        }
        return department;
    }

    /**
     * The same, known further.
     *
     * @param more in order; what is known already may be among it
     */
    ContractTimeline with(List<Change> more, long position) {
        long last = changes.isEmpty() ? 0 : changes.getLast().sequence();
        List<Change> all = new ArrayList<>(changes);
        more.stream().filter(change -> change.sequence() > last).forEach(all::add);
        return new ContractTimeline(Math.max(knownTo, position), List.copyOf(all));
    }
}
