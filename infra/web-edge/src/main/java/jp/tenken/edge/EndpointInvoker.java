package jp.tenken.edge;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import jp.tenken.edge.http.EdgeJson;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.edge.security.Action;
import jp.tenken.edge.security.Caller;
import jp.tenken.edge.security.CallerAuthentication;
import jp.tenken.edge.security.Permission;
import jp.tenken.edge.watch.RequestTrail;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/**
 * Takes a request through the checks in their order: token, rate, path syntax, scope, parameters
 * and headers; then the handler, which is the first to ask whether anything exists.
 */
final class EndpointInvoker {

    private static final byte[] NONE = {};

    private final EdgeParts parts;

    /** With what every request needs. */
    EndpointInvoker(EdgeParts parts) {
        this.parts = parts;
    }

    /** The answer, or the refusal as an error. */
    Mono<ServerResponse> invoke(Endpoint endpoint, ServerWebExchange exchange) {
        RequestTrail.of(exchange).route(endpoint.route());
        Action action = endpoint.action();
        Mono<Answer> answer =
                action == null
                        ? Mono.defer(() -> handle(endpoint, exchange, null, null))
                        : exchange.getPrincipal()
                                .ofType(CallerAuthentication.class)
                                .map(CallerAuthentication::caller)
                                .switchIfEmpty(Mono.error(() -> Refusal.of("token-missing")))
                                .flatMap(caller -> handle(endpoint, exchange, action, caller));
        Duration timeout = parts.timeout().plus(endpoint.patience());
        return answer.timeout(timeout)
                .onErrorMap(
                        TimeoutException.class,
                        late ->
                                Refusal.of("timed-out", "seconds", timeout.toSeconds())
                                        .header(HttpHeaders.RETRY_AFTER, "1"))
                .flatMap(given -> write(exchange, given));
    }

    private Mono<Answer> handle(
            Endpoint endpoint,
            ServerWebExchange exchange,
            @Nullable Action action,
            @Nullable Caller caller) {
        if (caller != null) {
            parts.rates().take(caller.issuer() + "\n" + caller.subject());
        }
        Map<String, Object> path =
                PathVariables.read(endpoint.variables(), texts(endpoint, exchange));
        if (path.get("code") instanceof MunicipalityCode code) {
            RequestTrail.of(exchange).tenant(TenantId.derivedFrom(code).value());
        }
        Permission permission = null;
        if (caller != null && action != null) {
            permission =
                    endpoint.municipal()
                            ? parts.permissions().require(caller, action, municipality(path))
                            : parts.permissions().require(caller, action);
        }
        Request request = new Request(parts, endpoint, exchange, path, caller, permission);
        return endpoint.handler().handle(request);
    }

    private static MunicipalityCode municipality(Map<String, Object> path) {
        if (path.get("code") instanceof MunicipalityCode code) {
            return code;
        }
        throw new IllegalStateException("a municipality's path names its code");
    }

    private static Map<String, String> texts(Endpoint endpoint, ServerWebExchange exchange) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        PathPattern.PathMatchInfo match = endpoint.pattern().matchAndExtract(path);
        return match == null ? Map.of() : match.getUriVariables();
    }

    /**
     * The headers go to the exchange itself: an {@code ETag} that the response knew of would be
     * compared with {@code If-None-Match}. It is the version that the next write may name, and an
     * answer also changes with time, with other resources and when a person is erased.
     */
    private static Mono<ServerResponse> write(ServerWebExchange exchange, Answer answer) {
        ServerResponse.BodyBuilder response = ServerResponse.status(answer.status());
        HttpHeaders headers = exchange.getResponse().getHeaders();
        answer.headers().forEach((name, value) -> headers.set(name, value));
        Object body = answer.body();
        if (body == null) {
            return response.bodyValue(NONE);
        }
        byte[] bytes = body instanceof byte[] raw ? raw : EdgeJson.write(body);
        return response.contentType(answer.type()).contentLength(bytes.length).bodyValue(bytes);
    }
}
