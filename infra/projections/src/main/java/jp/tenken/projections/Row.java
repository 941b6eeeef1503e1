package jp.tenken.projections;

import java.util.Map;
import java.util.Set;

/**
 * One version of a row. The document's array is shared, not copied; nobody may write to it.
 *
 * @param key tenant and key
 * @param since tenant sequence of the last event of the commit that made this version
 * @param until the {@code since} of the version that replaced it, or {@link #OPEN} for the live one
 * @param sort what lists order by (UTF-16 code units, then {@code key}); never null, may be empty
 * @param text what a list's free-text search looks into, already folded by the view; may be empty
 * @param attributes values per declared attribute; an absent attribute has none
 * @param document the row itself, as the view wrote it
 */
public record Row(
        RowKey key,
        long since,
        long until,
        String sort,
        String text,
        Map<String, Set<String>> attributes,
        byte[] document) {

    /** The {@code until} of a version that nothing has replaced. */
    public static final long OPEN = Long.MAX_VALUE;

    /** Whether this is the version that stands now. */
    public boolean live() {
        return until == OPEN;
    }

    /** Whether this version stood at the sequence. */
    public boolean stoodAt(long sequence) {
        return since <= sequence && sequence < until;
    }

    /** The same version, ended by the one that begins at {@code sequence}. */
    public Row endedAt(long sequence) {
        return new Row(key, since, sequence, sort, text, attributes, document);
    }

    /**
     * A version that never stands and only ends the one before it: how a row is removed. Its {@code
     * until} equals its {@code since}; a store may keep it or leave it out, as long as the version
     * before is ended.
     */
    public static Row removal(RowKey key, long sequence) {
        return new Row(key, sequence, sequence, "", "", Map.of(), new byte[0]);
    }
}
