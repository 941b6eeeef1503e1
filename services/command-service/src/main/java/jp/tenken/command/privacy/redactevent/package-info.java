/**
 * The free texts of a recorded event are erased: the event stays, the keys of its texts go.
 *
 * <p>The endpoint finds the event in the log and the keys in it; the decision is about whether that
 * was done before. The keys are destroyed by whoever follows the log, and the answer waits for it.
 */
@NullMarked
package jp.tenken.command.privacy.redactevent;

import org.jspecify.annotations.NullMarked;
