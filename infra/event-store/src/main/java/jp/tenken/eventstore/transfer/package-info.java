/**
 * How a tenant's history moves to another log: written to a file that proves itself, checked with
 * nothing but the file, and put behind what stands in the other log.
 *
 * <p>Works over the ports, so between any two engines. What is here waits for files and for the
 * log: it is for a command line, never for what serves callers.
 */
@NullMarked
package jp.tenken.eventstore.transfer;

import org.jspecify.annotations.NullMarked;
