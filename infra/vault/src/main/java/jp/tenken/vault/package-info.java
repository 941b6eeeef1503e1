/**
 * Secrets and keys: durable, never rebuildable, backed up apart from the log and the views.
 *
 * <p>Here lives the port to the store of small secrets and, above it, what is sealed: texts with a
 * key each, and the names of people with a key each, wrapped by a master key that lies elsewhere.
 * Destroying a key erases what it sealed, wherever that stands. Secrets may never reach the log, a
 * view or a log file; no word of the domain may appear here.
 */
@NullMarked
package jp.tenken.vault;

import org.jspecify.annotations.NullMarked;
