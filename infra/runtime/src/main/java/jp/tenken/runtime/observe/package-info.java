/**
 * Assembles what an operator sees of a process: meters, traces and the request log.
 *
 * <p>Whoever runs a process imports {@link jp.tenken.runtime.observe.ObservabilityConfiguration}
 * and hands its {@link jp.tenken.runtime.Observers} to the runtime; nothing else is needed.
 */
@NullMarked
package jp.tenken.runtime.observe;

import org.jspecify.annotations.NullMarked;
