package jp.tenken.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.RowPage;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewProgress;
import jp.tenken.projections.ViewSchema;
import jp.tenken.projections.ViewStore;

/**
 * A view store that notes how many row versions each write had, and how long it took. Thread-safe.
 */
final class RecordingViews implements ViewStore {

    private final ViewStore views;
    private final List<Integer> batches = new ArrayList<>();
    private final AtomicLong writing = new AtomicLong();

    RecordingViews(ViewStore views) {
        this.views = views;
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
        return views.write(view, from, to, epoch, rows)
                .whenComplete((applied, failure) -> writing.addAndGet(System.nanoTime() - begun));
    }

    @Override
    public CompletableFuture<Void> create(ViewSchema schema) {
        return views.create(schema);
    }

    @Override
    public CompletableFuture<ViewProgress> progress(ViewName view) {
        return views.progress(view);
    }

    @Override
    public CompletableFuture<Map<RowKey, Row>> live(ViewName view, Collection<RowKey> keys) {
        return views.live(view, keys);
    }

    @Override
    public CompletableFuture<Optional<Row>> find(ViewName view, RowKey key, long sequence) {
        return views.find(view, key, sequence);
    }

    @Override
    public CompletableFuture<RowPage> list(ViewName view, RowQuery query) {
        return views.list(view, query);
    }

    @Override
    public CompletableFuture<Void> drop(ViewName view) {
        return views.drop(view);
    }

    @Override
    public CompletableFuture<Void> promote(ViewName shadow, ViewName view) {
        return views.promote(shadow, view);
    }

    @Override
    public void close() {
        views.close();
    }
}
