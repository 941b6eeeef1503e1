package jp.tenken.edge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tenken.edge.problem.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * All endpoints of the process, and the way from a request to the one that answers it. A {@code
 * GET} endpoint answers {@code HEAD}, too. Immutable.
 */
public final class EndpointRegistry implements RouterFunction<ServerResponse> {

    private final List<Endpoint> endpoints;
    private final Map<Integer, List<Endpoint>> byLength;
    private final EndpointInvoker invoker;

    /**
     * Of these endpoints.
     *
     * @throws IllegalArgumentException when two answer the same route
     */
    public EndpointRegistry(Collection<Endpoint> endpoints, EdgeParts parts) {
        this.endpoints =
                endpoints.stream()
                        .sorted(
                                Comparator.comparing(Endpoint::pattern)
                                        .thenComparing(Endpoint::route))
                        .toList();
        if (routes().size() != endpoints.size()) {
            throw new IllegalArgumentException("two endpoints answer one route: " + endpoints);
        }
        this.byLength =
                new HashMap<>(
                        this.endpoints.stream()
                                .collect(Collectors.groupingBy(each -> segments(each.template()))));
        this.invoker = new EndpointInvoker(parts);
    }

    /** All endpoints. */
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    /**
     * Method and path template of all endpoints: what the OpenAPI document must list, no more and
     * no less.
     */
    public SortedSet<String> routes() {
        return endpoints.stream()
                .map(Endpoint::route)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Mono<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        PathContainer path = request.requestPath().pathWithinApplication();
        HttpMethod method =
                request.method().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.method();
        SortedSet<String> others = new TreeSet<>();
        for (Endpoint endpoint : byLength.getOrDefault(segments(path.value()), List.of())) {
            if (!endpoint.pattern().matches(path)) {
                continue;
            }
            if (endpoint.method().equals(method)) {
                return Mono.just(found -> invoker.invoke(endpoint, found.exchange()));
            }
            others.add(endpoint.method().name());
            if (endpoint.method().equals(HttpMethod.GET)) {
                others.add(HttpMethod.HEAD.name());
            }
        }
        if (others.isEmpty()) {
            return Mono.empty();
        }
        return Mono.just(
                refused ->
                        Mono.error(
                                Refusal.of("method-not-allowed", "method", method)
                                        .header(
                                                HttpHeaders.ALLOW,
                                                String.join(", ", new ArrayList<>(others)))));
    }

    private static int segments(String path) {
        return (int) path.chars().filter(c -> c == '/').count();
    }
}
