/**
 * The hosted engine of the storage ports, on MongoDB: one database that any number of processes
 * share.
 *
 * <p>Documents, commands, indexes, concerns and the driver live here and nowhere else; nothing of
 * them may show in the signatures of the ports. Only the reactive driver is used, and nothing waits
 * for it on a thread. No domain word may appear: a tenant is an opaque text, a payload is bytes.
 */
@NullMarked
package jp.tenken.storage.mongodb;

import org.jspecify.annotations.NullMarked;
