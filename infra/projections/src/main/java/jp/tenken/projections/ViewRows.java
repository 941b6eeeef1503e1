package jp.tenken.projections;

import java.util.List;

/**
 * A page of decoded rows.
 *
 * @param rows in the asked order
 * @param more whether there are further rows behind the last
 * @param <R> the row
 */
public record ViewRows<R>(List<ViewRow<R>> rows, boolean more) {}
