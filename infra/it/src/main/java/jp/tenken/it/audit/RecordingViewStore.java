package jp.tenken.it.audit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * A store that remembers which versions were written to it, because the port tells nobody what all
 * there is. For one view. Thread-safe where the store beneath is.
 */
final class RecordingViewStore implements ViewStore {

    /**
     * Which version of which row.
     *
     * @param key of the row
     * @param since where the version begins
     */
    record Version(RowKey key, long since) {}

    private final ViewStore store;
    private final Set<Version> versions = new LinkedHashSet<>();

    RecordingViewStore(ViewStore store) {
        this.store = store;
    }

    /** All versions that were written; of those that never stand, too. */
    synchronized Set<Version> versions() {
        return new LinkedHashSet<>(versions);
    }

    @Override
    public CompletableFuture<Boolean> write(
            ViewName view, long from, long to, UUID epoch, List<Row> rows) {
        synchronized (this) {
            rows.forEach(row -> versions.add(new Version(row.key(), row.since())));
        }
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
