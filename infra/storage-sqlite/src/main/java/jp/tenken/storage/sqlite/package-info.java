/**
 * The embedded engine of the storage ports, on SQLite: one data folder with a file for the log, one
 * for the vault and one for the views, owned by one process.
 *
 * <p>{@link jp.tenken.storage.sqlite.SqliteStorage} is the door. SQL, connections, threads and file
 * formats live here and nowhere else; nothing of them may show in the signatures of the ports. No
 * domain word may appear: a tenant is an opaque text, a payload is bytes.
 */
@NullMarked
package jp.tenken.storage.sqlite;

import org.jspecify.annotations.NullMarked;
