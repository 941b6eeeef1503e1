package jp.tenken.edge.http;

import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The end of the process as its requests see it: what is under way finishes, whoever waits for news
 * is told at once, and what comes anew is sent elsewhere. Thread-safe; never blocks.
 */
public final class Closing {

    private final AtomicInteger underWay = new AtomicInteger();
    private final Sinks.Empty<Void> begun = Sinks.empty();
    private final Sinks.Empty<Void> finished = Sinks.empty();
    private volatile boolean closing;

    /** Takes a request in, unless the end has begun; who is taken in has to {@link #leave}. */
    public boolean enter() {
        underWay.incrementAndGet();
        if (closing) {
            leave();
            return false;
        }
        return true;
    }

    /** A request is answered, or given up. */
    public void leave() {
        if (underWay.decrementAndGet() == 0 && closing) {
            finished.tryEmitEmpty();
        }
    }

    /**
     * Begins the end; does nothing the second time.
     *
     * @return completes when nothing is under way any more
     */
    public Mono<Void> begin() {
        closing = true;
        begun.tryEmitEmpty();
        if (underWay.get() == 0) {
            finished.tryEmitEmpty();
        }
        return finished.asMono();
    }

    /** Completes when the end begins, at once when it has. */
    public Mono<Void> begun() {
        return begun.asMono();
    }
}
