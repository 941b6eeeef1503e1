/**
 * Names and free texts of a running process: sealed and opened for the edge, learnt from callers,
 * and erased as the log records it.
 *
 * <p>Of all events only those of the erasures are known here; what a text is about is not.
 */
@NullMarked
package jp.tenken.runtime.privacy;

import org.jspecify.annotations.NullMarked;
