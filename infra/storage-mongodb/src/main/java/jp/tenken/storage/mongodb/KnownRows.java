package jp.tenken.storage.mongodb;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import org.jspecify.annotations.Nullable;

/**
 * The live rows that a writer left last, as of a position, so that it need not read what it is
 * about to replace. Bounded by what the rows weigh. What stood at a position follows from the log
 * alone, so this stays true whoever else writes; whether the view still stands there is decided by
 * the store when the batch is finished. Used by one write at a time.
 */
final class KnownRows {

    /** Per view: the rows of a few batches, and all rows of a small view. */
    static final long MAX_BYTES = 32L << 20;

    private static final int ENTRY_BYTES = 400;

    private final String rows;
    private final long most;
    private final LinkedHashMap<RowKey, StoredRow> known = new LinkedHashMap<>(64, 0.75f, true);
    private long position;
    private long bytes;
    private boolean complete;

    /**
     * Nothing is known yet.
     *
     * @param rows name of the collection of live rows
     * @param position of the view; at 0 there is nothing to know
     * @param most bytes
     */
    KnownRows(String rows, long position, long most) {
        this.rows = rows;
        this.position = position;
        this.most = most;
        this.complete = position == 0;
    }

    /** Whether this tells of these rows at that position. */
    boolean isOf(String otherRows, long otherPosition) {
        return rows.equals(otherRows) && position == otherPosition;
    }

    /** Whether it is known what stands there, be it nothing. */
    boolean knows(RowKey key) {
        return complete || known.containsKey(key);
    }

    /** What stands there; null for nothing, and for what is not known. */
    @Nullable StoredRow get(RowKey key) {
        return known.get(key);
    }

    void put(StoredRow row) {
        StoredRow before = known.put(row.row().key(), row);
        bytes += weight(row) - (before == null ? 0 : weight(before));
        Iterator<Map.Entry<RowKey, StoredRow>> eldest = known.entrySet().iterator();
        while (bytes > most && eldest.hasNext()) {
            bytes -= weight(eldest.next().getValue());
            eldest.remove();
            complete = false;
        }
    }

    /** The view has been moved there, and all that changed on the way has been put. */
    void reach(long reached) {
        position = reached;
    }

    private static long weight(StoredRow stored) {
        Row row = stored.row();
        return ENTRY_BYTES
                + row.document().length
                + 2L * (row.text().length() + row.sort().length());
    }
}
