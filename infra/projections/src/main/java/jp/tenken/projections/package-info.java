/**
 * Views: versioned rows, the port to the store that holds them, and the processor that keeps them.
 *
 * <p>A view is derived from the log and nothing else, so that it can be thrown away and rebuilt.
 * Its rows are versioned by the tenant's sequence: the live row is the one without {@code until},
 * and what a view said at a sequence is the row whose span holds it.
 *
 * <p>A view is written with {@link jp.tenken.projections.View}, kept by {@link
 * jp.tenken.projections.Projections}, read with {@link jp.tenken.projections.ViewReader} and waited
 * for at {@link jp.tenken.projections.SequenceGate}. A storage engine implements {@link
 * jp.tenken.projections.ViewStore} and nothing else.
 *
 * <p>No domain word and no driver may appear here. A row's document is bytes; what it means is
 * known to the view that wrote it.
 */
@NullMarked
package jp.tenken.projections;

import org.jspecify.annotations.NullMarked;
