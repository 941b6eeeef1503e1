/**
 * Several decided items are looked at again and stand, in one commit, all or none: what a yearly
 * review leaves behind for each of them.
 */
@NullMarked
package jp.tenken.command.checklist.reconfirmitems;

import org.jspecify.annotations.NullMarked;
