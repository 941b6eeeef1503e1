/**
 * The live end of the log, read once per process and shared: processors, streams and waiting
 * readers all hang on one {@link jp.tenken.eventstore.tail.LogTail}. Whoever lags behind its ring
 * reads ranges from the log.
 *
 * <p>No framework type and no domain word may appear here.
 */
@NullMarked
package jp.tenken.eventstore.tail;

import org.jspecify.annotations.NullMarked;
