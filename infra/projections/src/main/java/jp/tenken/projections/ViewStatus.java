package jp.tenken.projections;

import org.jspecify.annotations.Nullable;

/**
 * How a view is doing, for health, metrics and the start-up console.
 *
 * @param view the view
 * @param state what its processor is doing
 * @param position of the last event that it has scanned and written
 * @param head of the log as this process knows it
 * @param eventsPerSecond scanned events over the latest batches; 0 when idle
 * @param failure why it is {@link ViewState#FAILED} or {@link ViewState#RETRYING}, without any
 *     payload; else null
 */
public record ViewStatus(
        ViewName view,
        ViewState state,
        long position,
        long head,
        double eventsPerSecond,
        @Nullable String failure) {

    /** Events between the view and the end of the log, never negative. */
    public long lag() {
        return Math.max(0, head - position);
    }
}
