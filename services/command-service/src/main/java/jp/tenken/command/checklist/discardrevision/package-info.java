/**
 * The draft of a revision is given up: the answers of the latest confirmed one stand again, and the
 * number is not used again. The first revision has nothing to return to.
 */
@NullMarked
package jp.tenken.command.checklist.discardrevision;

import org.jspecify.annotations.NullMarked;
