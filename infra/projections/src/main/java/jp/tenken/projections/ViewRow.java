package jp.tenken.projections;

/**
 * A version of a row, decoded.
 *
 * @param key within the tenant
 * @param since tenant sequence of the last event of the commit that made it
 * @param until as in {@link Row#until()}
 * @param sort as in {@link Row#sort()}; with {@code key}, where a page goes on
 * @param row what the view says
 * @param <R> the row
 */
public record ViewRow<R>(String key, long since, long until, String sort, R row) {

    /** Where a list goes on behind this row. */
    public RowQuery.After after() {
        return new RowQuery.After(sort, key);
    }
}
