/**
 * What the slices of the checklist share: how contract, review and answers stand, and the rule by
 * which an item is decided.
 *
 * <p>Small records that follow the events, the two entities made of them ({@link
 * jp.tenken.command.checklist.Checklist}, {@link jp.tenken.command.checklist.ChecklistItem}), which
 * are the two boundaries of this area, and what its endpoints share. No command and no handler
 * lives here; slices see this package and not each other.
 */
@NullMarked
package jp.tenken.command.checklist;

import org.jspecify.annotations.NullMarked;
