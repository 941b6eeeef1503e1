package jp.tenken.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.tenken.edge.problem.Language;
import jp.tenken.edge.problem.ProblemCatalogue;
import jp.tenken.edge.problem.ProblemEntry;
import jp.tenken.edge.problem.ProblemPages;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.edge.security.PermissionTable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;

/**
 * The documents that everybody may read: the contracts of HTTP and events, the permission table,
 * what each problem means, and the schemas of the events.
 */
final class Documents {

    private static final String CONTRACT = "/openapi.yaml";
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");
    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final ProblemCatalogue catalogue;
    private final PermissionTable permissions;
    private final EdgeRole role;
    private final byte[] asyncApi;

    /** Reads the documents; the service must not start without them. */
    Documents(ProblemCatalogue catalogue, PermissionTable permissions, EdgeRole role) {
        this.catalogue = catalogue;
        this.permissions = permissions;
        this.role = role;
        this.asyncApi =
                find("/tenken/docs/asyncapi.yaml")
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no asyncapi.yaml on the class path"));
    }

    /**
     * Their endpoints.
     *
     * @param others all endpoints beside them, which the contract describes
     */
    List<Endpoint> endpoints(List<Endpoint> others) {
        List<Endpoint> own = new ArrayList<>();
        own.add(
                Endpoint.open(
                        HttpMethod.GET,
                        "/permissions",
                        request -> Mono.just(Answer.ok(permissions()))));
        own.add(
                Endpoint.open(HttpMethod.GET, "/problems/{code}", this::problem)
                        .produces(MediaType.APPLICATION_JSON, HTML));
        if (role.tellsEvents()) {
            own.add(
                    Endpoint.open(
                                    HttpMethod.GET,
                                    "/asyncapi.yaml",
                                    request -> Mono.just(Answer.document(YAML, asyncApi)))
                            .produces(YAML));
            own.add(
                    Endpoint.open(
                                    HttpMethod.GET,
                                    "/schemas/{eventType}/{version}.json",
                                    request -> Mono.just(schema(request)))
                            .produces(SCHEMA, MediaType.APPLICATION_JSON));
        }
        byte[] openApi = contract(own, others).bytes();
        own.add(
                Endpoint.open(
                                HttpMethod.GET,
                                CONTRACT,
                                request -> Mono.just(Answer.document(YAML, openApi)))
                        .produces(YAML));
        return own;
    }

    private OpenApiDocument contract(List<Endpoint> own, List<Endpoint> others) {
        OpenApiDocument all = OpenApiDocument.load();
        if (role.whole()) {
            return all;
        }
        Set<String> routes = new HashSet<>();
        own.forEach(each -> routes.add(each.route()));
        others.forEach(each -> routes.add(each.route()));
        routes.add(HttpMethod.GET.name() + " " + CONTRACT);
        return all.of(routes);
    }

    /** Of an event's payload, as it was written in that version. */
    private static Answer schema(Request request) {
        String name =
                "/schemas/%s/%d.json"
                        .formatted(
                                request.path("eventType", String.class),
                                request.path("version", Long.class));
        return Answer.document(SCHEMA, find(name).orElseThrow(() -> Refusal.of("not-found")));
    }

    private Mono<Answer> problem(Request request) {
        ProblemEntry entry =
                catalogue
                        .find(request.path("code", String.class))
                        .orElseThrow(() -> Refusal.of("not-found"));
        if (!request.accepted().isCompatibleWith(HTML)) {
            return Mono.just(Answer.ok(ProblemPages.data(entry)));
        }
        Language language =
                Language.of(request.http().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        return Mono.just(
                Answer.document(
                                HTML,
                                ProblemPages.html(entry, language).getBytes(StandardCharsets.UTF_8))
                        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE));
    }

    private Map<String, Object> permissions() {
        List<Map<String, Object>> actions = new ArrayList<>();
        permissions
                .lines()
                .forEach(
                        (action, line) -> {
                            Map<String, String> grants = new LinkedHashMap<>();
                            line.forEach((role, grant) -> grants.put(role.value(), grant.symbol()));
                            actions.add(
                                    Map.of(
                                            "action",
                                            action.name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-'),
                                            "grants",
                                            grants));
                        });
        Map<String, String> symbols = new TreeMap<>();
        symbols.put("-", "not at all");
        symbols.put("D", "own departments, participating ones included");
        symbols.put("C", "own contracts as contractor");
        symbols.put("M", "the whole municipality");
        symbols.put("all", "every municipality for which the issuer may speak");
        symbols.put("grant", "only with a grant of the municipality");
        return Map.of("symbols", symbols, "actions", actions);
    }

    private static Optional<byte[]> find(String name) {
        try (InputStream in = Documents.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
