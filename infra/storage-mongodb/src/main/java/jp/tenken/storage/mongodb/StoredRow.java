package jp.tenken.storage.mongodb;

import jp.tenken.projections.Row;

/**
 * A version as it lies in the database.
 *
 * @param row the version; a removal has an empty span and nothing but its key
 * @param at the position that the batch reaches with which it came, the lowest where it came with
 *     several. Beyond the view's progress it belongs to a batch that was never finished
 */
record StoredRow(Row row, long at) {

    /** Whether it only says that the row is gone. */
    boolean removal() {
        return row.until() == row.since();
    }
}
