package jp.tenken.edge.http;

import jp.tenken.edge.problem.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Sends elsewhere what comes once the process is about to end, and counts what is still under way.
 * Probes are answered to the last.
 */
public final class ClosingFilter implements WebFilter {

    private static final String PROBES = "/actuator/";

    private final Closing closing;

    /** Of this process. */
    public ClosingFilter(Closing closing) {
        this.closing = closing;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().value().startsWith(PROBES)) {
            return chain.filter(exchange);
        }
        return Mono.defer(
                () -> {
                    if (!closing.enter()) {
                        // The client's next request should open a connection to another process.
                        exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
                        return Mono.error(
                                Refusal.of("shutting-down").header(HttpHeaders.RETRY_AFTER, "1"));
                    }
                    return chain.filter(exchange).doFinally(signal -> closing.leave());
                });
    }
}
