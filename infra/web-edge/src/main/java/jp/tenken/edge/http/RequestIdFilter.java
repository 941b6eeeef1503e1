package jp.tenken.edge.http;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import jp.tenken.edge.watch.RequestTrail;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every request an id, the client's own if it is sane, and puts it and the security headers
 * on every answer, also on those that nobody of ours wrote.
 */
public final class RequestIdFilter implements WebFilter {

    /** The header, in both directions. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestIdFilter.class.getName();
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Supplier<String> ids;

    /** Makes ids with the given generator where the client brings none. */
    public RequestIdFilter(Supplier<String> ids) {
        this.ids = ids;
    }

    /** The id of a request that passed this filter. */
    public static String of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, "none");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String sent = exchange.getRequest().getHeaders().getFirst(HEADER);
        String id = sent != null && SANE.matcher(sent).matches() ? sent : ids.get();
        exchange.getAttributes().put(ATTRIBUTE, id);
        RequestTrail.of(exchange).correlationId(id);
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set(HEADER, id);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        return chain.filter(exchange);
    }
}
