/**
 * A submitted checklist is approved, by somebody else than who submitted it. Where the
 * municipality's approval path has no confirmation this is the last step: the revision is in force
 * from a day on.
 */
@NullMarked
package jp.tenken.command.checklist.approvechecklist;

import org.jspecify.annotations.NullMarked;
