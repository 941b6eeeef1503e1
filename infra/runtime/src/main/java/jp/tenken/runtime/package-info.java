/**
 * The only place that assembles: the log and its appender, Axon by hand, views, seams of the web
 * edge, health. Services hand in their slices and views and get back what their endpoints need.
 *
 * <p>No business word may appear here. What a command or a view means is known to the service that
 * brings it.
 */
@NullMarked
package jp.tenken.runtime;

import org.jspecify.annotations.NullMarked;
