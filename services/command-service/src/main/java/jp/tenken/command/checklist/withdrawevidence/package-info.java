/**
 * A reference to evidence no longer counts; it stays in the history. Saying so twice changes
 * nothing.
 */
@NullMarked
package jp.tenken.command.checklist.withdrawevidence;

import org.jspecify.annotations.NullMarked;
