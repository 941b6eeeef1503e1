/**
 * All services in one process on the embedded engine: the try-out, and the form that a single town
 * runs.
 *
 * <p>Here live the main class, the beans that tie runtime, edge and services together, what is said
 * at the start, and the content of the try-out, which goes in over HTTP like anybody's. No rule of
 * the domain and no storage detail may appear here.
 */
@NullMarked
package jp.tenken.standalone;

import org.jspecify.annotations.NullMarked;
