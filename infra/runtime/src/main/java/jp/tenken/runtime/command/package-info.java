/**
 * The way of a command: looked up by its idempotency key, handled in a unit of work, its decision's
 * events stamped and appended, retried when somebody was faster, answered with a receipt.
 *
 * <p>Slices see nothing of this: they get a command and a state and answer a decision.
 */
@NullMarked
package jp.tenken.runtime.command;

import org.jspecify.annotations.NullMarked;
