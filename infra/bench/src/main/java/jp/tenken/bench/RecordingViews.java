package jp.tenken.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import jp.tenken.eventstore.tck.ForwardingViewStore;
import jp.tenken.projections.Row;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewStore;

/**
 * A view store that notes how many row versions each write had, and how long it took. Thread-safe.
 */
final class RecordingViews extends ForwardingViewStore {

    private final List<Integer> batches = new ArrayList<>();
    private final AtomicLong writing = new AtomicLong();

    RecordingViews(ViewStore views) {
        super(views);
    }

    /** The sizes of the writes since this was asked last. */
    List<Integer> takeBatches() {
        synchronized (batches) {
            List<Integer> taken = List.copyOf(batches);
            batches.clear();
            return taken;
        }
    }

    /** Nanoseconds from the beginning of each write to its answer, since this was asked last. */
    long takeNanos() {
        return writing.getAndSet(0);
    }

    @Override
    public CompletableFuture<Boolean> write(
            ViewName view, long from, long to, UUID epoch, List<Row> rows) {
        synchronized (batches) {
            batches.add(rows.size());
        }
        long begun = System.nanoTime();
        return super.write(view, from, to, epoch, rows)
                .whenComplete((applied, failure) -> writing.addAndGet(System.nanoTime() - begun));
    }
}
