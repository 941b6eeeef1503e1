/**
 * Traces from request to projection, by OpenTelemetry. Nothing is made and nothing is sent unless
 * an operator names an endpoint.
 *
 * <p>A span holds ids, routes and counts; never a path, a name, a text or what an exception says.
 */
@NullMarked
package jp.tenken.runtime.traces;

import org.jspecify.annotations.NullMarked;
