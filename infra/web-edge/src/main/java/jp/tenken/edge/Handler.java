package jp.tenken.edge;

import reactor.core.publisher.Mono;

/** What an endpoint does once everything about the request has been checked. Never blocks. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers a request.
     *
     * @return one answer, or an error: a {@link jp.tenken.kernel.Rejection} is answered as what it
     *     is, anything unexpected as an internal error
     */
    Mono<Answer> handle(Request request);
}
