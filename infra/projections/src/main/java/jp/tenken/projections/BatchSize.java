package jp.tenken.projections;

/** Asks for as many events as should weigh what a batch may weigh. Used by one thread at a time. */
final class BatchSize {

    private final int most;
    private final long bytes;
    private double bytesPerEvent;

    BatchSize(ProjectionSettings settings) {
        this.most = settings.batchEvents();
        this.bytes = settings.batchBytes();
        this.bytesPerEvent = (double) bytes / most;
    }

    /** Events to read next, at least 1. */
    int next() {
        return Math.clamp((long) (bytes / bytesPerEvent), 1, most);
    }

    /** Learns what a batch weighed; the latest one counts as much as all before it. */
    void weighed(int events, long batchBytes) {
        if (events > 0) {
            bytesPerEvent = Math.max(1, (bytesPerEvent + (double) batchBytes / events) / 2);
        }
    }
}
