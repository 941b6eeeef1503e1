/**
 * Secrets and keys: durable, never rebuildable, backed up apart from the log and the views.
 *
 * <p>Here lives the port to the store of sealed entries. What an entry holds (a signing key, a data
 * key) is known to whoever put it there; nothing of it may ever reach the log, a view or a log
 * file.
 */
@NullMarked
package jp.tenken.vault;

import org.jspecify.annotations.NullMarked;
