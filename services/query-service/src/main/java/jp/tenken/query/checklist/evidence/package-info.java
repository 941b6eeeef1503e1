/**
 * The evidence of a contract: references to documents that show that measures are agreed or taken.
 *
 * <p>The documents themselves are kept elsewhere, and nothing here says whether one is due.
 */
@NullMarked
package jp.tenken.query.checklist.evidence;

import org.jspecify.annotations.NullMarked;
