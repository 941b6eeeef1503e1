/**
 * The list of every event that Tenken writes, with its stable name, its version and a sample.
 *
 * <p>Converters, feeds and documents take the events from here, so that an event that is not in the
 * catalogue cannot be written. Names and fields are for ever; the committed list and the schemas in
 * the documents module are compared with these classes by a test.
 */
@NullMarked
package jp.tenken.kernel.catalogue;

import org.jspecify.annotations.NullMarked;
