/**
 * An item of a checklist is decided: ○ (implement) or － (not needed, with a reason that is
 * printed). Before the first submission it may be decided again as often as one likes; later a
 * change says why. One decision may be sent for many contracts, each on its own.
 *
 * <p>The boundary is the item, not the checklist: two people who decide different items do not
 * disturb each other, two who decide the same one do. This is the slice to copy when a new one is
 * written.
 */
@NullMarked
package jp.tenken.command.checklist.decideitem;

import org.jspecify.annotations.NullMarked;
