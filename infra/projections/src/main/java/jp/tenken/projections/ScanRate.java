package jp.tenken.projections;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * Events per second over the latest batches; falls towards 0 while nothing comes. Safe for any
 * number of threads.
 */
final class ScanRate {

    private static final int SAMPLES = 32;

    /** What had been scanned at a time. */
    private record Sample(long nanos, long events) {}

    private final ArrayDeque<Sample> samples = new ArrayDeque<>(SAMPLES);
    private long events;

    /** Begins counting, or begins anew. */
    synchronized void begin(long nanos) {
        samples.clear();
        events = 0;
        samples.add(new Sample(nanos, 0));
    }

    synchronized void scanned(long nanos, int more) {
        if (samples.size() == SAMPLES) {
            samples.removeFirst();
        }
        events += more;
        samples.add(new Sample(nanos, events));
    }

    synchronized double perSecond(long nanos) {
        Sample oldest = samples.peekFirst();
        if (oldest == null || nanos <= oldest.nanos()) {
            return 0;
        }
        return (events - oldest.events())
                * (double) TimeUnit.SECONDS.toNanos(1)
                / (nanos - oldest.nanos());
    }
}
