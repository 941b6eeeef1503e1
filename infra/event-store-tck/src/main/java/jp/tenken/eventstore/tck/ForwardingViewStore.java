package jp.tenken.eventstore.tck;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.RowPage;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewProgress;
import jp.tenken.projections.ViewSchema;
import jp.tenken.projections.ViewStore;

/**
 * A store over another one, for those who want to see or change one thing that passes. Closes the
 * one beneath with itself; thread-safe where that one is.
 */
public class ForwardingViewStore implements ViewStore {

    private final ViewStore store;

    /** Over a store. */
    protected ForwardingViewStore(ViewStore store) {
        this.store = store;
    }

    @Override
    public CompletableFuture<Boolean> write(
            ViewName view, long from, long to, UUID epoch, List<Row> rows) {
        return store.write(view, from, to, epoch, rows);
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
