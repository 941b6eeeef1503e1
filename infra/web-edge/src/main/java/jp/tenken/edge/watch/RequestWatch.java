package jp.tenken.edge.watch;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a listener hear when a request comes and when its answer begins, whoever writes it, also
 * when it is refused on the way. Stands behind the filter that gives it an id and before everything
 * that may refuse.
 */
public final class RequestWatch implements WebFilter {

    private static final Logger logger = LoggerFactory.getLogger(RequestWatch.class);

    private final RequestListener listener;

    /** Tells this listener. */
    public RequestWatch(RequestListener listener) {
        this.listener = listener;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        RequestListener.Watch watch = watch(exchange);
        RequestTrail trail = RequestTrail.of(exchange);
        trail.traceparent(watch.traceparent());
        AtomicBoolean over = new AtomicBoolean();
        exchange.getResponse()
                .beforeCommit(
                        () -> {
                            HttpStatusCode status = exchange.getResponse().getStatusCode();
                            end(over, watch, trail, status == null ? 200 : status.value());
                            return Mono.empty();
                        });
        return chain.filter(exchange).doOnCancel(() -> end(over, watch, trail, 0));
    }

    private RequestListener.Watch watch(ServerWebExchange exchange) {
        String traceparent = Traceparent.of(exchange.getRequest().getHeaders());
        try {
            return listener.begun(known(exchange.getRequest().getMethod()), traceparent);
        } catch (RuntimeException defect) {
            logger.warn("The listener of requests failed", defect);
            return new RequestListener.Watch(traceparent);
        }
    }

    /** Anybody may send any word for a method; what is told on must be few. */
    private static String known(HttpMethod method) {
        for (HttpMethod each : HttpMethod.values()) {
            if (each.equals(method)) {
                return each.name();
            }
        }
        return "OTHER";
    }

    private static void end(
            AtomicBoolean over, RequestListener.Watch watch, RequestTrail trail, int status) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        try {
            watch.ended(trail, status);
        } catch (RuntimeException defect) {
            logger.warn("The listener of requests failed", defect);
        }
    }
}
