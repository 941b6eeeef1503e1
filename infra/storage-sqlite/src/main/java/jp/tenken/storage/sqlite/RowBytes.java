package jp.tenken.storage.sqlite;

import jp.tenken.projections.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a row is found by, as bytes. A row has most of it in common with its version before, and so
 * with the row that was taken last: that is not written a second time. For one thread.
 */
final class RowBytes {

    private static final byte[] NONE = {};

    private final ViewLayout layout;
    private @Nullable Row last;
    private byte[] sort = NONE;
    private byte[] attributes = NONE;
    private byte[] text = NONE;

    RowBytes(ViewLayout layout) {
        this.layout = layout;
    }

    /** Goes on to a row. */
    void take(Row row) {
        Row before = last;
        if (before == null || !before.sort().equals(row.sort())) {
            sort = OrderedText.encode(row.sort());
        }
        if (before == null || !before.attributes().equals(row.attributes())) {
            attributes = AttributeBytes.encode(layout.attributes(), row.attributes());
        }
        if (before == null || !before.text().equals(row.text())) {
            text = OrderedText.encode(row.text());
        }
        last = row;
    }

    /** Of the row taken last; nobody may write to it. */
    byte[] sort() {
        return sort;
    }

    /** Of the row taken last; nobody may write to it. */
    byte[] attributes() {
        return attributes;
    }

    /** Of the row taken last; nobody may write to it. */
    byte[] text() {
        return text;
    }
}
