package jp.tenken.edge.watch;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * What becomes known of a request on its way, for metrics, traces and log lines: never a path, a
 * parameter or a body, only what the program itself calls things.
 *
 * <p>One per request. The request's own chain writes it, one step after the other, on any thread;
 * fields are volatile so that whoever comes last sees all.
 */
public final class RequestTrail {

    /** The route of a request that no endpoint answers. */
    public static final String NO_ROUTE = "other";

    private static final String ATTRIBUTE = RequestTrail.class.getName();

    private volatile String correlationId = "none";
    private volatile String route = NO_ROUTE;
    private volatile @Nullable String tenant;
    private volatile @Nullable String problem;
    private volatile @Nullable String traceparent;

    private RequestTrail() {}

    /** The trail of a request, begun if it has none yet. */
    public static RequestTrail of(ServerWebExchange exchange) {
        Object begun = exchange.getAttributes().get(ATTRIBUTE);
        if (begun instanceof RequestTrail trail) {
            return trail;
        }
        RequestTrail trail = new RequestTrail();
        exchange.getAttributes().put(ATTRIBUTE, trail);
        return trail;
    }

    /** The id of the request, as it stands in the answer. */
    public String correlationId() {
        return correlationId;
    }

    /** The request has got its id. */
    public void correlationId(String id) {
        correlationId = id;
    }

    /** Method and path template of the endpoint; {@link #NO_ROUTE} while none is found. */
    public String route() {
        return route;
    }

    /** The endpoint is found. */
    public void route(String found) {
        route = found;
    }

    /** The opaque id of the tenant; null while it is not known and where there is none. */
    public @Nullable String tenant() {
        return tenant;
    }

    /** The tenant is known. */
    public void tenant(String found) {
        tenant = found;
    }

    /** The code of the problem with which it was answered; null where there is none. */
    public @Nullable String problem() {
        return problem;
    }

    /** It is answered with a problem. */
    public void problem(String code) {
        problem = code;
    }

    /** W3C {@code traceparent} that what the request causes carries; null = none. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    /** What the request causes is to carry this. */
    void traceparent(@Nullable String carried) {
        traceparent = carried;
    }
}
