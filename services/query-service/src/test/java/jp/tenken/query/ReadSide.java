package jp.tenken.query;

import static jp.tenken.eventstore.tck.Await.value;

import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tenken.edge.EdgeParts;
import jp.tenken.edge.EndpointRegistry;
import jp.tenken.edge.body.BodyReader;
import jp.tenken.edge.http.CallerRates;
import jp.tenken.edge.http.Cursors;
import jp.tenken.edge.http.RequestDigest;
import jp.tenken.edge.problem.ProblemCatalogue;
import jp.tenken.edge.problem.ProblemMapper;
import jp.tenken.edge.problem.ProblemWriter;
import jp.tenken.edge.security.Caller;
import jp.tenken.edge.security.CallerAuthentication;
import jp.tenken.edge.security.PermissionTable;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.eventstore.tck.InMemoryCommitLog;
import jp.tenken.eventstore.tck.InMemoryVault;
import jp.tenken.eventstore.tck.InMemoryViewStore;
import jp.tenken.kernel.MetadataKeys;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.TenantId;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.catalogue.EventType;
import jp.tenken.projections.ProjectionListener;
import jp.tenken.projections.Row;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewRow;
import jp.tenken.runtime.Storage;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.runtime.json.PayloadJson;
import jp.tenken.vault.MasterKey;
import jp.tenken.vault.PersonDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole read side over the reference log and store: commits go in, rows and answers come out.
 * Every batch reaches the store twice.
 */
public final class ReadSide implements AutoCloseable {

    /** When the first commit is recorded; every further one a second later. */
    public static final Instant BEGIN = Instant.parse("2026-04-01T00:00:00Z");

    private static final ProblemCatalogue PROBLEMS = ProblemCatalogue.load();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final TwiceWritten store = new TwiceWritten(new InMemoryViewStore());
    private final PayloadJson json = new PayloadJson();
    private final InMemoryVault vault = new InMemoryVault();
    private final MasterKey master = MasterKey.fresh();
    private final SetClock clock = new SetClock();
    private final Map<String, Integer> events = new HashMap<>();
    private final TenkenRuntime runtime;
    private final EndpointRegistry endpoints;
    private String subject = "tanaka";
    private String role = "department-staff";

    /** Nothing recorded yet. */
    public ReadSide() {
        runtime =
                value(
                        TenkenRuntime.start(
                                new Storage(
                                        "memory",
                                        "nowhere",
                                        new InMemoryCommitLog(),
                                        store,
                                        vault,
                                        master),
                                Set.of(Tags.CONTRACT),
                                clock,
                                slices -> slices,
                                QueryService.views(),
                                ProjectionListener.NONE));
        endpoints =
                new EndpointRegistry(
                        new QueryService(
                                        runtime::reader,
                                        clock,
                                        runtime.privacy().names(),
                                        runtime.privacy().opener())
                                .endpoints(),
                        new EdgeParts(
                                new PermissionTable(),
                                new BodyReader(
                                        Validation.buildDefaultValidatorFactory().getValidator()),
                                new Cursors(new byte[32]),
                                new RequestDigest(new byte[32]),
                                new CallerRates(1_000, 1_000),
                                runtime.consistency(),
                                runtime.asOf(),
                                Duration.ofSeconds(30)));
    }

    /** What a request got. */
    public record Reply(int status, HttpHeaders headers, byte[] bytes) {

        /** The body as text. */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The body as JSON. */
        public JsonNode json() {
            return MAPPER.readTree(bytes);
        }

        /** The problem's code. */
        public String code() {
            return json().path("code").asString("");
        }

        /** One field of every item of a page. */
        public List<String> items(String field) {
            List<String> all = new ArrayList<>();
            json().path("items").forEach(item -> all.add(item.path(field).asString()));
            return all;
        }
    }

    /** Whoever acts from now on. */
    public ReadSide by(String actor) {
        return by(actor, "department-staff");
    }

    /** Whoever acts from now on, in this role. */
    public ReadSide by(String actor, String acting) {
        subject = actor;
        role = acting;
        return this;
    }

    /** The directory knows this name of somebody. */
    public ReadSide knows(MunicipalityCode municipality, String actor, String name) {
        value(
                new PersonDirectory(vault, master, runtime.log().executor())
                        .learn(TenantId.derivedFrom(municipality).value(), actor, name));
        return this;
    }

    /** A text as an endpoint would seal it. */
    public SealedText seal(MunicipalityCode municipality, String text) {
        return Objects.requireNonNull(
                runtime.privacy()
                        .sealer()
                        .seal(TenantId.derivedFrom(municipality), text)
                        .block(Duration.ofSeconds(30)));
    }

    /** Waits until everything that is recorded as erased is erased. */
    public void carriedOut() {
        runtime.privacy().erasures().carriedOut().block(Duration.ofSeconds(30));
    }

    /** How late it is. */
    public Instant now() {
        return clock.now;
    }

    /** From now on it is this late. */
    public ReadSide at(Instant instant) {
        clock.now = instant;
        return this;
    }

    /**
     * Commits events together, and waits until the views have read them.
     *
     * @return the municipality's sequence afterwards
     */
    public long commit(MunicipalityCode municipality, Object... payloads) {
        String tenant = TenantId.derivedFrom(municipality).value();
        List<StoredEvent> stored = new ArrayList<>();
        for (Object payload : payloads) {
            stored.add(stored(municipality, payload));
        }
        long sequence =
                value(
                                runtime.log()
                                        .appender()
                                        .append(
                                                new AppendRequest(
                                                        tenant,
                                                        UUID.randomUUID(),
                                                        AppendRequest.FRESH_ID,
                                                        stored,
                                                        null)))
                        .lastSequence();
        clock.now = clock.now.plusSeconds(1);
        value(runtime.projections().awaitCaughtUp());
        return sequence;
    }

    private StoredEvent stored(MunicipalityCode municipality, Object payload) {
        EventType type =
                EventCatalogue.types().stream()
                        .filter(each -> each.payload().isInstance(payload))
                        .findFirst()
                        .orElseThrow();
        Map<String, @Nullable String> metadata = new HashMap<>();
        metadata.put(MetadataKeys.ACTOR_SUBJECT, subject);
        metadata.put(MetadataKeys.ACTOR_ROLE, role);
        metadata.put(MetadataKeys.ACTOR_DEPARTMENT, "0101");
        return new StoredEvent(
                municipality + "-" + events.merge(municipality.value(), 1, Integer::sum),
                type.name(),
                type.version(),
                clock.now,
                List.of(),
                metadata,
                json.write(payload),
                new byte[StoredEvent.SALT_LENGTH]);
    }

    /** The live row, if there is one. */
    public <R> Optional<R> row(View<R> view, MunicipalityCode municipality, String key) {
        return row(view, municipality, key, Row.OPEN);
    }

    /** The row as it stood at a sequence, if there was one. */
    public <R> Optional<R> row(
            View<R> view, MunicipalityCode municipality, String key, long sequence) {
        return value(
                        runtime.reader(view)
                                .find(TenantId.derivedFrom(municipality).value(), key, sequence))
                .map(ViewRow::row);
    }

    /** Builds a view again beside the live one. */
    public void rebuild(View<?> view) {
        value(runtime.projections().rebuild(view.name(), progress -> {}));
    }

    /** The versions that were written to a view, in order. */
    public List<Row> written(View<?> view) {
        return store.written(view.name());
    }

    /** How many batches changed something when they came a second time. */
    public int appliedAgain() {
        return store.appliedAgain();
    }

    /** A GET as this caller; headers as name, value, name, value. */
    public Reply get(Caller caller, String path, String... headers) {
        WebTestClient client =
                WebTestClient.bindToRouterFunction(endpoints)
                        .handlerStrategies(
                                HandlerStrategies.builder()
                                        .exceptionHandler(
                                                new ProblemWriter(
                                                        new ProblemMapper(PROBLEMS),
                                                        () -> "incident"))
                                        .build())
                        .webFilter(
                                (exchange, chain) ->
                                        chain.filter(
                                                exchange.mutate()
                                                        .principal(
                                                                Mono.just(
                                                                        new CallerAuthentication(
                                                                                caller)))
                                                        .build()))
                        .configureClient()
                        .responseTimeout(Duration.ofSeconds(30))
                        .build();
        WebTestClient.RequestHeadersSpec<?> request = client.get().uri(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
        byte[] body = result.getResponseBody();
        return new Reply(
                result.getStatus().value(),
                result.getResponseHeaders(),
                body == null ? new byte[0] : body);
    }

    @Override
    public void close() {
        runtime.close();
        store.close();
        vault.close();
    }
}
