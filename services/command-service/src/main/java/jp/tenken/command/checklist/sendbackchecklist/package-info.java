/**
 * A reviewer sends the checklist back, submitted or approved, and says what is to be put right; the
 * revision is a draft again.
 */
@NullMarked
package jp.tenken.command.checklist.sendbackchecklist;

import org.jspecify.annotations.NullMarked;
