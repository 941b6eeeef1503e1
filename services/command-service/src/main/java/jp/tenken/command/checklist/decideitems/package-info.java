/**
 * Several items of one checklist are decided in one commit, all or none: one event for each that
 * stands otherwise now.
 *
 * <p>The rule is that of deciding one item; only the boundary is wider.
 */
@NullMarked
package jp.tenken.command.checklist.decideitems;

import org.jspecify.annotations.NullMarked;
