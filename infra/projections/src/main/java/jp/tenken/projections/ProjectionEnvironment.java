package jp.tenken.projections;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * What processors work with. Whoever assembles the process makes one and outlives it: executor and
 * scheduler must accept work until every processor has shut down.
 *
 * @param source the log
 * @param store where rows go
 * @param payloads reads event payloads
 * @param codecs reads and writes rows
 * @param board where progress is announced
 * @param listener hears of batches and alarms
 * @param executor decodes and folds; never blocked, so a pool as small as the number of processors
 *     suffices
 * @param scheduler counts pauses and time limits; runs only short work
 * @param nanoTime a monotonic clock in nanoseconds, for rates
 * @param settings bounds
 */
public record ProjectionEnvironment(
        CommitSource source,
        ViewStore store,
        EventPayloads payloads,
        RowCodecs codecs,
        ViewProgressBoard board,
        ProjectionListener listener,
        Executor executor,
        ScheduledExecutorService scheduler,
        LongSupplier nanoTime,
        ProjectionSettings settings) {

    /** The same with another listener. */
    ProjectionEnvironment with(ProjectionListener other) {
        return new ProjectionEnvironment(
                source, store, payloads, codecs, board, other, executor, scheduler, nanoTime,
                settings);
    }
}
