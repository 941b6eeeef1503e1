/**
 * What the endpoints of several views share: pages over what a caller may see, query parameters
 * with a form of their own, and how an actor is recorded in a row.
 *
 * <p>No word of a single view may appear here.
 */
@NullMarked
package jp.tenken.query.reading;

import org.jspecify.annotations.NullMarked;
