/**
 * The commit log as a port, and the values that cross it: commits, events, tags, criteria, hashes.
 *
 * <p>Here live {@link jp.tenken.eventstore.CommitLog} and the immutable types of its methods. What
 * is built on the port lives in the sub-packages: {@code format} (bytes and hashes of commit format
 * v1), {@code append} (group commit, condition check, resolution of unknown outcomes), {@code tail}
 * (the shared live end of the log) and {@code axon} (Axon's EventStorageEngine).
 *
 * <p>No domain word, no driver, no framework type may appear here: an engine implements this
 * package and nothing else. A tenant is an opaque string, a payload is bytes.
 */
@NullMarked
package jp.tenken.eventstore;

import org.jspecify.annotations.NullMarked;
