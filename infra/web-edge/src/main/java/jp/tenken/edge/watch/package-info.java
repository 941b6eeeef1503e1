/**
 * What can be told about requests to metrics, traces and log lines, and the filter that tells it.
 *
 * <p>Nothing that a caller sent may appear here but what was checked to be an id: no path, no
 * parameter, no header as it came, no body.
 */
@NullMarked
package jp.tenken.edge.watch;

import org.jspecify.annotations.NullMarked;
