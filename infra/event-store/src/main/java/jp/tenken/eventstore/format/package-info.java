/**
 * Commit format v1: how a commit is written as bytes and how it is hashed. Decided once, pinned by
 * the vectors in {@code infra/docs/commit-format}; a change of a single byte here is a new format.
 *
 * <p>Pure functions over the values of the port. No I/O, no clock, no engine.
 */
@NullMarked
package jp.tenken.eventstore.format;

import org.jspecify.annotations.NullMarked;
