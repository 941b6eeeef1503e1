/**
 * The open log of this process: engine, appender, tail and the threads on which they answer, as
 * commands, views and the assembly share them.
 *
 * <p>Neither Axon nor HTTP may appear here.
 */
@NullMarked
package jp.tenken.runtime.log;

import org.jspecify.annotations.NullMarked;
