/**
 * The read side of Tenken: {@link jp.tenken.query.QueryService} lists its views and endpoints.
 *
 * <p>Below lives one flat package per view, under the area that it is about. A view package may use
 * {@code reading} and what an area's own package shares, never another view. Nothing here sends a
 * command, knows a storage engine, or chooses a serializer.
 */
@NullMarked
package jp.tenken.query;

import org.jspecify.annotations.NullMarked;
