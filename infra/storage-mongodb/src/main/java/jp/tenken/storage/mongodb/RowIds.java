package jp.tenken.storage.mongodb;

import jp.tenken.projections.RowKey;

/**
 * The {@code _id}s of rows: one string, the tenant first. Each part but the last says its length,
 * so that no two keys can be written alike; keys of a tenant sort as their texts do.
 */
final class RowIds {

    private static final int HEX_DIGITS = 16;

    private RowIds() {}

    /** Of the live row of a key. */
    static String live(RowKey key) {
        return measured(key.tenant()) + OrderedText.encode(key.key());
    }

    /** Of the version of a key that began at a sequence; ascending by sequence for each key. */
    static String past(RowKey key, long since) {
        String digits = Long.toHexString(since);
        return measured(key.tenant())
                + measured(key.key())
                + "0".repeat(HEX_DIGITS - digits.length())
                + digits;
    }

    /**
     * The key of a live row.
     *
     * @throws IllegalArgumentException for what {@link #live} never yields
     */
    static RowKey key(String live) {
        int colon = live.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("no _id of a row: " + live);
        }
        int begin = colon + 1 + Integer.parseInt(live, 0, colon, 10);
        return new RowKey(
                OrderedText.decode(live.substring(colon + 1, begin)),
                OrderedText.decode(live.substring(begin)));
    }

    /** The text with its length in front; also what every {@code _id} of a tenant begins with. */
    static String measured(String text) {
        String coded = OrderedText.encode(text);
        return coded.length() + ":" + coded;
    }
}
