package jp.tenken.it.audit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.tck.ForwardingViewStore;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewStore;

/**
 * A store that remembers which versions were written to it, because the port tells nobody what all
 * there is. For one view. Thread-safe where the store beneath is.
 */
final class RecordingViewStore extends ForwardingViewStore {

    /**
     * Which version of which row.
     *
     * @param key of the row
     * @param since where the version begins
     */
    record Version(RowKey key, long since) {}

    private final Set<Version> versions = new LinkedHashSet<>();

    RecordingViewStore(ViewStore store) {
        super(store);
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
        return super.write(view, from, to, epoch, rows);
    }
}
