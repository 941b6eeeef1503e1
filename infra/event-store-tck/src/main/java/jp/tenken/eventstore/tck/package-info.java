/**
 * The conformance kit: what an engine is measured against.
 *
 * <p>Here live the reference engines ({@code InMemory...}: small, volatile, obviously right), the
 * engine that breaks on command ({@link jp.tenken.eventstore.tck.FaultyCommitLog}) and the suites
 * ({@code ...Conformance}). Every engine's tests extend every suite of its ports; a suite fails, it
 * never skips. {@code tenken.tck.scale} (default 1) multiplies the counts of the long tests.
 *
 * <p>Nothing here may know a particular engine, and no product code may depend on this package.
 */
@NullMarked
package jp.tenken.eventstore.tck;

import org.jspecify.annotations.NullMarked;
