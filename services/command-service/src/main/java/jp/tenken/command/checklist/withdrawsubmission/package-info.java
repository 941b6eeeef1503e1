/** A submission is taken back before anybody approved it; the revision is a draft again. */
@NullMarked
package jp.tenken.command.checklist.withdrawsubmission;

import org.jspecify.annotations.NullMarked;
