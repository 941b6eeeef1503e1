/**
 * An approved checklist is confirmed, by somebody else than who approved it: the revision is in
 * force from a day on. Every item must be decided by now.
 */
@NullMarked
package jp.tenken.command.checklist.confirmchecklist;

import org.jspecify.annotations.NullMarked;
