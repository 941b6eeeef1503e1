package jp.tenken.query.history.entries;

import org.jspecify.annotations.Nullable;

/**
 * A row of the history: exactly one of its components is there.
 *
 * @param entry an event; listed
 * @param contract what entries need to know of a contract; never listed
 * @param answer the latest answer of an item; never listed
 */
public record HistoryRow(
        @Nullable Entry entry, @Nullable KnownContract contract, @Nullable GivenAnswer answer) {

    static HistoryRow of(Entry entry) {
        return new HistoryRow(entry, null, null);
    }

    static HistoryRow of(KnownContract contract) {
        return new HistoryRow(null, contract, null);
    }

    static HistoryRow of(GivenAnswer answer) {
        return new HistoryRow(null, null, answer);
    }

    /** The entry of a row that was listed. */
    Entry listed() {
        if (entry == null) {
            throw new IllegalStateException("only entries of a history are listed");
        }
        return entry;
    }
}
