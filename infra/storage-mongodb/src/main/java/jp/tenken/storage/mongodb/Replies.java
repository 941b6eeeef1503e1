package jp.tenken.storage.mongodb;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Turns what the driver publishes into futures that complete on an executor of ours: what is
 * composed on them may block, and the driver has few threads.
 *
 * <p>Each call subscribes at once. Failures are handed on as the driver throws them. Thread-safe.
 */
final class Replies {

    private final Executor executor;

    /**
     * Futures that complete here.
     *
     * @param executor whose threads may be blocked
     */
    Replies(Executor executor) {
        this.executor = executor;
    }

    /** The first thing that is published, if there is one. */
    <T> CompletableFuture<Optional<T>> first(Publisher<T> publisher) {
        return here(Mono.from(publisher).map(Optional::of).defaultIfEmpty(Optional.empty()));
    }

    /** All that is published; the question itself must be bounded. */
    <T> CompletableFuture<List<T>> all(Publisher<T> publisher) {
        return here(Flux.from(publisher).collectList());
    }

    /** The end of what is published, whatever it was. */
    CompletableFuture<Void> done(Publisher<?> publisher) {
        return here(Flux.from(publisher).then().thenReturn(true)).thenApply(end -> null);
    }

    private <T> CompletableFuture<T> here(Mono<T> reply) {
        CompletableFuture<T> answered = new CompletableFuture<>();
        var unused =
                reply.subscribe(
                        value -> executor.execute(() -> answered.complete(value)),
                        failure -> executor.execute(() -> answered.completeExceptionally(failure)));
        return answered;
    }
}
