package jp.tenken.command;

import jakarta.validation.Validation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.tenken.edge.EdgeParts;
import jp.tenken.edge.EndpointRegistry;
import jp.tenken.edge.body.BodyReader;
import jp.tenken.edge.http.CallerRates;
import jp.tenken.edge.http.Cursors;
import jp.tenken.edge.http.EdgeJson;
import jp.tenken.edge.http.RequestDigest;
import jp.tenken.edge.http.RequestIdFilter;
import jp.tenken.edge.problem.ProblemCatalogue;
import jp.tenken.edge.problem.ProblemMapper;
import jp.tenken.edge.problem.ProblemWriter;
import jp.tenken.edge.security.Caller;
import jp.tenken.edge.security.CallerAuthentication;
import jp.tenken.edge.security.PermissionTable;
import jp.tenken.edge.security.Realm;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.tck.InMemoryCommitLog;
import jp.tenken.eventstore.tck.InMemoryVault;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.Tags;
import jp.tenken.runtime.AxonAssembly;
import jp.tenken.runtime.command.AxonCommandDispatcher;
import jp.tenken.runtime.json.CataloguedPayloads;
import jp.tenken.runtime.json.PayloadConverter;
import jp.tenken.runtime.json.PayloadJson;
import jp.tenken.runtime.log.EventLog;
import jp.tenken.runtime.privacy.Privacy;
import jp.tenken.vault.MasterKey;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole write side, from HTTP to the reference log: real endpoints, permissions, dispatcher and
 * engine; only the token is left out, callers are given.
 */
final class WriteSide implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InMemoryVault vault = new InMemoryVault();
    private final EventLog log;
    private final AxonConfiguration axon;
    private final Privacy privacy;
    private final EndpointRegistry registry;
    private final ProblemWriter problems;

    private WriteSide(EventLog log, AxonConfiguration axon) {
        this.log = log;
        this.axon = axon;
        this.privacy =
                new Privacy(
                        log,
                        vault,
                        MasterKey.fresh(),
                        new CataloguedPayloads(new PayloadJson(), Upcasters.NONE),
                        UUID::randomUUID);
        this.registry =
                new EndpointRegistry(
                        CommandService.endpoints(
                                new AxonCommandDispatcher(
                                        axon.getComponent(CommandBus.class),
                                        axon.getComponent(MessageTypeResolver.class),
                                        log,
                                        Clock.systemUTC(),
                                        UUID::randomUUID),
                                UUID::randomUUID,
                                privacy.sealer(),
                                privacy.events(),
                                privacy.erasures(),
                                Clock.systemUTC()),
                        parts());
        this.problems =
                new ProblemWriter(new ProblemMapper(ProblemCatalogue.load()), () -> "incident");
    }

    static WriteSide start() throws Exception {
        EventLog log =
                EventLog.open(new InMemoryCommitLog(), Set.of(Tags.CONTRACT), Clock.systemUTC())
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return new WriteSide(
                log,
                AxonAssembly.start(
                        log,
                        new PayloadConverter(new PayloadJson()),
                        Upcasters.NONE,
                        CommandService::configure));
    }

    /** A caller of one municipality in one role. */
    static Caller caller(String municipality, Role role, String... departments) {
        MunicipalityCode code = MunicipalityCode.of(municipality);
        Set<DepartmentCode> own =
                Set.of(departments).stream().map(DepartmentCode::of).collect(Collectors.toSet());
        return new Caller(
                "test",
                role.value(),
                null,
                Set.of(code),
                Set.of(role),
                Map.of(code, own),
                Set.of(),
                new Realm(true, Set.of()));
    }

    /** A contractor that is these contractors of a municipality. */
    static Caller contractor(String municipality, String... contractors) {
        return new Caller(
                "test",
                "contractor",
                null,
                Set.of(MunicipalityCode.of(municipality)),
                Set.of(Role.CONTRACTOR),
                Map.of(),
                Set.of(contractors).stream().map(ContractorId::of).collect(Collectors.toSet()),
                new Realm(true, Set.of()));
    }

    /** A request in the making. */
    Call call(Caller caller, HttpMethod method, String path) {
        return new Call(caller, method, path, Map.of());
    }

    /** Something as an answer writes it. */
    JsonNode json(Object written) {
        return JSON.readTree(EdgeJson.write(written));
    }

    /** How many events were recorded, of all municipalities. */
    long recorded() {
        return log.head();
    }

    /** Id of the event that was recorded last. */
    String lastEventId() {
        return lastEvent().id();
    }

    /** What the event says that was recorded last. */
    JsonNode lastPayload() {
        return JSON.readTree(lastEvent().payload());
    }

    private StoredEvent lastEvent() {
        try {
            return log.read(log.head() - 1, 1)
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .commits()
                    .getLast()
                    .events()
                    .getLast();
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** An answer. */
    record Reply(
            int status,
            @Nullable String etag,
            @Nullable String location,
            @Nullable String sequence,
            JsonNode body) {

        String code() {
            return body.path("code").asString("");
        }

        List<String> violations() {
            return body.path("violations")
                    .valueStream()
                    .map(each -> each.path("field").asString() + " " + each.path("code").asString())
                    .toList();
        }
    }

    /** A request in the making. */
    final class Call {

        private final Caller caller;
        private final HttpMethod method;
        private final String path;
        private final Map<String, String> headers;

        Call(Caller caller, HttpMethod method, String path, Map<String, String> headers) {
            this.caller = caller;
            this.method = method;
            this.path = path;
            this.headers = headers;
        }

        Call header(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Call(caller, method, path, more);
        }

        Reply json(String body) {
            return send(MediaType.APPLICATION_JSON, body);
        }

        Reply markdown(String body) {
            return send(MediaType.TEXT_MARKDOWN, body);
        }

        private Reply send(MediaType type, String body) {
            var result =
                    client(caller)
                            .method(method)
                            .uri(URI.create(path))
                            .contentType(type)
                            .headers(to -> headers.forEach(to::set))
                            .bodyValue(body.getBytes(StandardCharsets.UTF_8))
                            .exchange()
                            .expectBody()
                            .returnResult();
            byte[] bytes = Objects.requireNonNull(result.getResponseBody());
            return new Reply(
                    result.getStatus().value(),
                    result.getResponseHeaders().getETag(),
                    result.getResponseHeaders().getFirst("Location"),
                    result.getResponseHeaders().getFirst("Tenken-Sequence"),
                    JSON.readTree(bytes));
        }
    }

    private WebTestClient client(Caller caller) {
        return WebTestClient.bindToRouterFunction(registry)
                .handlerStrategies(HandlerStrategies.builder().exceptionHandler(problems).build())
                .webFilter(
                        new RequestIdFilter(() -> "request"),
                        (exchange, chain) ->
                                chain.filter(
                                        exchange.mutate()
                                                .principal(
                                                        Mono.just(new CallerAuthentication(caller)))
                                                .build()))
                .configureClient()
                .responseTimeout(PATIENCE)
                .build();
    }

    private static EdgeParts parts() {
        return new EdgeParts(
                new PermissionTable(),
                new BodyReader(Validation.buildDefaultValidatorFactory().getValidator()),
                new Cursors(new byte[32]),
                new RequestDigest(new byte[32]),
                new CallerRates(10_000, 10_000),
                (view, tenant, sequence) -> Mono.empty(),
                (tenant, instant) -> Mono.just(0L),
                PATIENCE);
    }

    @Override
    public void close() {
        axon.shutdown();
        privacy.close();
        log.close();
        vault.close();
    }
}
