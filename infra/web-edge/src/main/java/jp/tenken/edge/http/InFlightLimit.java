package jp.tenken.edge.http;

import java.util.concurrent.atomic.AtomicInteger;
import jp.tenken.edge.problem.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes no more requests at once than the process can hold; what comes on top is told to come back,
 * at once and cheaply, before anything of it is read.
 */
public final class InFlightLimit implements WebFilter {

    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * With a limit.
     *
     * @param most requests under way at once, 1 or more
     */
    public InFlightLimit(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one request must fit: " + most);
        }
        this.most = most;
    }

    /** Requests under way now. */
    public int underWay() {
        return underWay.get();
    }

    /** Most that may be under way at once. */
    public int most() {
        return most;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(
                () -> {
                    if (underWay.incrementAndGet() > most) {
                        underWay.decrementAndGet();
                        return Mono.error(
                                Refusal.of("overloaded").header(HttpHeaders.RETRY_AFTER, "1"));
                    }
                    return chain.filter(exchange).doFinally(signal -> underWay.decrementAndGet());
                });
    }
}
