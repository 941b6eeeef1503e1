package jp.tenken.projections;

import java.util.List;

/**
 * An answer to a {@link RowQuery}.
 *
 * @param rows in the asked order
 * @param more whether there are further rows behind the last
 */
public record RowPage(List<Row> rows, boolean more) {}
