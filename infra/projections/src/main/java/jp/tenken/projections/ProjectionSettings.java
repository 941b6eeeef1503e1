package jp.tenken.projections;

import java.time.Duration;

/**
 * Bounds of a processor.
 *
 * @param batchEvents events that one batch folds at most, at least 1; a commit is never split
 * @param batchBytes about how many bytes of payloads and row documents a batch should hold; the
 *     number of events asked for follows what earlier batches weighed
 * @param cacheBytes about how many bytes of live rows a view keeps in memory, counted as documents
 * @param firstPause before the first new attempt after a failure of the storage
 * @param longestPause to which the pause doubles
 * @param waiters readers that may wait for views at the same time, over all views
 * @param tenants tenants per view of which it is remembered how far they were read, so that a
 *     waiting read need not ask the log
 */
public record ProjectionSettings(
        int batchEvents,
        long batchBytes,
        long cacheBytes,
        Duration firstPause,
        Duration longestPause,
        int waiters,
        int tenants) {

    /**
     * 5 000 events or 4 MiB, 16 MiB of rows, pauses of 100 ms to 30 s, 10 000 waiters, 4 096
     * tenants.
     */
    public static final ProjectionSettings DEFAULT =
            new ProjectionSettings(
                    5_000,
                    4L << 20,
                    16L << 20,
                    Duration.ofMillis(100),
                    Duration.ofSeconds(30),
                    10_000,
                    4_096);

    /** Refuses what could not work. */
    public ProjectionSettings {
        if (batchEvents < 1
                || batchBytes < 1
                || cacheBytes < 0
                || firstPause.isNegative()
                || longestPause.compareTo(firstPause) < 0
                || waiters < 1
                || tenants < 1) {
            throw new IllegalArgumentException("a bound of the projections is out of range");
        }
    }
}
