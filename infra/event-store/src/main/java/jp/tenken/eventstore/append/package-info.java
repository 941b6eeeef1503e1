/**
 * The write side of the log, written once above every engine: group commit, the exact condition
 * check scoped to the tenant, the sequences and chains of commit format v1, and the resolution of
 * unknown outcomes.
 *
 * <p>{@link jp.tenken.eventstore.append.Appender} is the door. Everything behind it runs on one
 * thread of its own and keeps no lock. No framework type and no domain word may appear here.
 */
@NullMarked
package jp.tenken.eventstore.append;

import org.jspecify.annotations.NullMarked;
