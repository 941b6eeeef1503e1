/**
 * The separate services as real processes on one MongoDB: what must hold when one of them is
 * killed, and the wire server on which they run where no MongoDB is at hand.
 *
 * <p>Everything here speaks HTTP with the services, as a client does, and looks at the storage only
 * to audit it. Nothing of a service may be called in its own process.
 */
@NullMarked
package jp.tenken.it.processes;

import org.jspecify.annotations.NullMarked;
