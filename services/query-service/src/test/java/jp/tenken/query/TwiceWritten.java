package jp.tenken.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.RowPage;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewProgress;
import jp.tenken.projections.ViewSchema;
import jp.tenken.projections.ViewStore;

/** A store that is sent every batch a second time, as after an answer that got lost. */
final class TwiceWritten implements ViewStore {

    private final ViewStore store;
    private final AtomicInteger appliedAgain = new AtomicInteger();
    private final Map<ViewName, Queue<Row>> written = new ConcurrentHashMap<>();

    TwiceWritten(ViewStore store) {
        this.store = store;
    }

    /** How many second times changed something; 0 where all is well. */
    int appliedAgain() {
        return appliedAgain.get();
    }

    /** The versions that were written to a view, in order. */
    List<Row> written(ViewName view) {
        return List.copyOf(written.getOrDefault(view, new ConcurrentLinkedQueue<>()));
    }

    @Override
    public CompletableFuture<Boolean> write(
            ViewName view, long from, long to, UUID epoch, List<Row> rows) {
        written.computeIfAbsent(view, each -> new ConcurrentLinkedQueue<>()).addAll(rows);
        return store.write(view, from, to, epoch, rows)
                .thenCompose(
                        applied ->
                                store.write(view, from, to, epoch, rows)
                                        .thenApply(
                                                again -> {
                                                    if (again) {
                                                        appliedAgain.incrementAndGet();
                                                    }
                                                    return applied;
                                                }));
    }

    @Override
    public CompletableFuture<Void> create(ViewSchema schema) {
        return store.create(schema);
    }

    @Override
    public CompletableFuture<ViewProgress> progress(ViewName view) {
        return store.progress(view);
    }

    @Override
    public CompletableFuture<Map<RowKey, Row>> live(ViewName view, Collection<RowKey> keys) {
        return store.live(view, keys);
    }

    @Override
    public CompletableFuture<Optional<Row>> find(ViewName view, RowKey key, long sequence) {
        return store.find(view, key, sequence);
    }

    @Override
    public CompletableFuture<RowPage> list(ViewName view, RowQuery query) {
        return store.list(view, query);
    }

    @Override
    public CompletableFuture<Void> drop(ViewName view) {
        return store.drop(view);
    }

    @Override
    public CompletableFuture<Void> promote(ViewName shadow, ViewName view) {
        return store.promote(shadow, view);
    }

    @Override
    public void close() {
        store.close();
    }
}
