/**
 * A decided item is looked at again and stands as it is: nothing in force changes, but it is no
 * longer stale. Possible in a draft and after the confirmation, not in review.
 */
@NullMarked
package jp.tenken.command.checklist.reconfirmitem;

import org.jspecify.annotations.NullMarked;
