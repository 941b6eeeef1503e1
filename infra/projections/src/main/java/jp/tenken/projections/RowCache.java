package jp.tenken.projections;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The live rows that a processor touched last, absent ones included, bounded by the bytes of their
 * documents. Right as long as nobody else writes the view; thrown away with the run that filled it.
 * Used by one thread at a time.
 */
final class RowCache<R> {

    /**
     * Keys, references and the decoded row take more than the document; a rough share of it per
     * entry.
     */
    private static final int ENTRY_BYTES = 200;

    private final LinkedHashMap<RowKey, Standing<R>> rows = new LinkedHashMap<>(64, 0.75f, true);
    private final long most;
    private long bytes;
    private boolean complete;

    /**
     * An empty cache.
     *
     * @param complete whether the view has no rows yet, so that a row that is not here is nowhere
     */
    RowCache(long most, boolean complete) {
        this.most = most;
        this.complete = complete;
    }

    /**
     * Whether every live row of the view is here: nothing was there before, and nothing had to go.
     */
    boolean complete() {
        return complete;
    }

    boolean holds(RowKey key) {
        return rows.containsKey(key);
    }

    @Nullable Standing<R> get(RowKey key) {
        return rows.get(key);
    }

    void put(RowKey key, Standing<R> standing) {
        Standing<R> before = rows.put(key, standing);
        bytes += standing.weight() - (before == null ? -ENTRY_BYTES : before.weight());
        Iterator<Map.Entry<RowKey, Standing<R>>> eldest = rows.entrySet().iterator();
        while (bytes > most && eldest.hasNext()) {
            bytes -= eldest.next().getValue().weight() + ENTRY_BYTES;
            eldest.remove();
            complete = false;
        }
    }
}
