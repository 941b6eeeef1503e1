/**
 * How every contract stands: the row behind the list of contracts, the single contract and its
 * status, each status with the items and events that caused it.
 *
 * <p>The row holds what events say; {@link jp.tenken.query.contract.status.StatusRule} makes the
 * status from it for an instant. Items are kept as identified codes and never as counters, so that
 * applying an event again changes nothing.
 */
@NullMarked
package jp.tenken.query.contract.status;

import org.jspecify.annotations.NullMarked;
