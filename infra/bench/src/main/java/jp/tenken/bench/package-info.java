/**
 * Benchmarks as ratios: what Tenken does, divided by what the engine underneath does for the same
 * documents with the same durability, both measured in turns in one run.
 *
 * <p>A benchmark knows the ports and an {@link jp.tenken.bench.BenchEngine}; only the {@code
 * Sqlite*} and {@code Mongo*} classes know a driver. Nothing here is part of a service, and no
 * product code may depend on it.
 */
@NullMarked
package jp.tenken.bench;

import org.jspecify.annotations.NullMarked;
