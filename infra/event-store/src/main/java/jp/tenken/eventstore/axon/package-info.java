/**
 * Axon's EventStorageEngine over the commit log: the only package of this module that knows Axon,
 * and the only place in Tenken that implements one of its internal interfaces.
 *
 * <p>Axon 5.0.1 is young; what it gets wrong and what is done about it stands at the code that does
 * it. No domain word and no driver may appear here.
 */
@NullMarked
package jp.tenken.eventstore.axon;

import org.jspecify.annotations.NullMarked;
