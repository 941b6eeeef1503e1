package jp.tenken.edge;

import reactor.core.publisher.Mono;

/**
 * Carries out the erasures that the log records. Implemented where the parts are assembled;
 * thread-safe, never blocks.
 */
@FunctionalInterface
public interface Erasures {

    /**
     * Completes when every erasure that is recorded now has been carried out: then nobody can read
     * any more what was erased.
     */
    Mono<Void> carriedOut();
}
