package jp.tenken.projections;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commits with the payloads decoded that the view handles.
 *
 * @param from position behind which the batch begins
 * @param to position of the last event of its last commit; equals {@code from} when it is empty
 * @param commits all of them, in order, also those without touches
 * @param bytes of all payloads
 * @param failure why the commit behind {@code to} could not be prepared; null when there was no
 *     trouble
 */
record PreparedBatch<R>(
        long from,
        long to,
        List<PreparedCommit<R>> commits,
        long bytes,
        @Nullable ViewStoppedException failure) {

    /**
     * A commit.
     *
     * @param position of its first event
     * @param lastPosition of its last
     * @param tenant whose
     * @param since tenant sequence of its last event
     * @param touches in order of events, handlers and keys
     */
    record PreparedCommit<R>(
            long position, long lastPosition, String tenant, long since, List<Touch<R>> touches) {}

    /** One event, one handler, one row. */
    record Touch<R>(
            RowKey row, String key, ViewHandler<R> handler, Object event, Envelope envelope) {}

    int events() {
        return Math.toIntExact(to - from);
    }
}
