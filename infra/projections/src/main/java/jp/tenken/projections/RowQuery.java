package jp.tenken.projections;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a tenant's rows.
 *
 * @param tenant whose rows
 * @param equal declared attribute → a value that the row must have; several must all hold
 * @param text part of the row's {@link Row#text()} that must occur, already folded; null = any
 * @param from smallest {@link Row#sort()}, inclusive; null = unbounded
 * @param to largest {@link Row#sort()}, exclusive; null = unbounded
 * @param descending order by sort and key, both reversed when true
 * @param after the last row of the page before; null = from the start
 * @param limit rows at most, 1 to 10 000
 * @param sequence {@link Row#OPEN} for the live rows, else the tenant sequence at which the rows
 *     stood
 */
public record RowQuery(
        String tenant,
        Map<String, String> equal,
        @Nullable String text,
        @Nullable String from,
        @Nullable String to,
        boolean descending,
        @Nullable After after,
        int limit,
        long sequence) {

    /**
     * Where a page ended.
     *
     * @param sort of its last row
     * @param key of its last row
     */
    public record After(String sort, String key) {}

    /** The live rows of a tenant in ascending order. */
    public static RowQuery live(String tenant, int limit) {
        return new RowQuery(tenant, Map.of(), null, null, null, false, null, limit, Row.OPEN);
    }
}
