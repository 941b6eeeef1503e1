package jp.tenken.integration;

import static jp.tenken.eventstore.tck.Await.value;

import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import jp.tenken.edge.security.Realm;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.eventstore.tck.InMemoryCommitLog;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.integration.feed.Arrivals;
import jp.tenken.integration.feed.ContractDepartments;
import jp.tenken.integration.feed.FeedReader;
import jp.tenken.integration.feed.pull.PullEndpoint;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.MetadataKeys;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.TenantId;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.Period;
import jp.tenken.runtime.json.CataloguedPayloads;
import jp.tenken.runtime.json.PayloadJson;
import jp.tenken.runtime.log.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The deliveries over a log: events go in, answers come out. */
public final class Deliveries implements AutoCloseable {

    /** When the first commit is recorded; every further one a second later. */
    public static final Instant BEGIN = Instant.parse("2026-04-01T00:00:00Z");

    /** 新宿区. */
    public static final MunicipalityCode SHINJUKU = MunicipalityCode.of("131041");

    /** 渋谷区. */
    public static final MunicipalityCode SHIBUYA = MunicipalityCode.of("131130");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final PayloadJson JSON = new PayloadJson();

    private final TestClock clock = new TestClock();
    private final EventLog log;
    private final Arrivals arrivals;
    private final EndpointRegistry endpoints;
    private int events;

    /** Over the reference log, nothing recorded yet. */
    public Deliveries() {
        this(new InMemoryCommitLog());
    }

    /** Over a log, which stays its opener's to close. */
    public Deliveries(CommitLog commits) {
        log = value(EventLog.open(commits, Set.of(Tags.CONTRACT), clock));
        arrivals = new Arrivals(log);
        CataloguedPayloads payloads = new CataloguedPayloads(JSON, Upcasters.NONE);
        endpoints =
                new EndpointRegistry(
                        new PullEndpoint(
                                        log,
                                        new FeedReader(
                                                log,
                                                new ContractDepartments(
                                                        log.log(), payloads::decode)),
                                        arrivals)
                                .endpoints(),
                        new EdgeParts(
                                new PermissionTable(),
                                new BodyReader(
                                        Validation.buildDefaultValidatorFactory().getValidator()),
                                new Cursors(new byte[32]),
                                new RequestDigest(new byte[32]),
                                new CallerRates(100_000, 100_000),
                                (view, tenant, sequence) -> Mono.empty(),
                                (tenant, instant) -> Mono.just(0L),
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

        /** The only value of a header; empty when it is missing. */
        public String header(String name) {
            return String.join("|", headers.getOrEmpty(name));
        }

        /** One attribute of every event. */
        public List<String> events(String attribute) {
            List<String> all = new ArrayList<>();
            json().forEach(event -> all.add(event.path(attribute).asString("")));
            return all;
        }

        /** The sequences of the events. */
        public List<Long> sequences() {
            return events("sequence").stream().map(Long::valueOf).toList();
        }
    }

    /** An event with this name and payload. */
    public StoredEvent event(String name, String payload, String... tags) {
        List<EventTag> all = new ArrayList<>();
        for (int i = 0; i < tags.length; i += 2) {
            all.add(new EventTag(tags[i], tags[i + 1]));
        }
        return event(name, payload.getBytes(StandardCharsets.UTF_8), all);
    }

    /** That a contract is a department's from now on. */
    public StoredEvent registered(String contract, String department) {
        return event(
                EventCatalogue.nameOf(ContractRegistered.class),
                JSON.write(
                        new ContractRegistered(
                                ContractId.of(contract),
                                "R8-" + contract,
                                "住民情報システム運用業務委託",
                                DepartmentCode.of(department),
                                List.of(),
                                new Contractor(ContractorId.of("k1"), "株式会社例示", null),
                                new Period(
                                        LocalDate.parse("2026-04-01"),
                                        LocalDate.parse("2027-03-31")))),
                List.of(new EventTag(Tags.CONTRACT, contract), new EventTag("contractor", "k1")));
    }

    /** That another department is in charge of a contract from now on. */
    public StoredEvent transferred(String contract, String from, String to) {
        return event(
                EventCatalogue.nameOf(ContractTransferredToDepartment.class),
                JSON.write(
                        new ContractTransferredToDepartment(
                                ContractId.of(contract),
                                DepartmentCode.of(from),
                                DepartmentCode.of(to),
                                LocalDate.parse("2026-10-01"),
                                null)),
                List.of(new EventTag(Tags.CONTRACT, contract)));
    }

    /** Something that happened to a contract. */
    public StoredEvent decided(String contract, String item) {
        return event(
                "tenken.checklist.ItemDecided",
                "{\"contractId\":\"%s\",\"itemCode\":\"%s\",\"answer\":\"implement\"}"
                        .formatted(contract, item),
                Tags.CONTRACT,
                contract,
                Tags.ITEM,
                item);
    }

    /** That there is a department. */
    public StoredEvent established(String department) {
        return event(
                "tenken.municipality.DepartmentEstablished",
                "{\"departmentCode\":\"%s\",\"nameJa\":\"課\",\"nameEn\":\"Division\"}"
                        .formatted(department),
                Tags.DEPARTMENT,
                department);
    }

    private StoredEvent event(String name, byte[] payload, List<EventTag> tags) {
        Map<String, @Nullable String> metadata =
                Map.of(MetadataKeys.ACTOR_SUBJECT, "tanaka", MetadataKeys.ACTOR_ROLE, "auditor");
        return new StoredEvent(
                "event-" + ++events,
                name,
                "1",
                clock.now,
                tags.stream().sorted().toList(),
                metadata,
                payload,
                new byte[StoredEvent.SALT_LENGTH]);
    }

    /**
     * Commits events together.
     *
     * @return the municipality's sequence afterwards
     */
    public long commit(MunicipalityCode municipality, StoredEvent... together) {
        long sequence =
                value(
                                log.appender()
                                        .append(
                                                new AppendRequest(
                                                        TenantId.derivedFrom(municipality).value(),
                                                        UUID.randomUUID(),
                                                        AppendRequest.FRESH_ID,
                                                        Arrays.asList(together),
                                                        null)))
                        .lastSequence();
        clock.now = clock.now.plusSeconds(1);
        return sequence;
    }

    /** Who waits for news. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** The log. */
    public EventLog log() {
        return log;
    }

    /** Whoever has this role in a municipality. */
    public static Caller caller(MunicipalityCode municipality, Role role) {
        Set<MunicipalityCode> own = Set.of(municipality);
        return new Caller(
                "https://issuer.example",
                "suzuki",
                null,
                own,
                Set.of(role),
                Map.of(municipality, Set.of(DepartmentCode.of("0101"))),
                Set.of(ContractorId.of("k1")),
                new Realm(false, own));
    }

    /** The feed of a municipality, as its integrator; parameters as name, value, name, value. */
    public Reply pull(MunicipalityCode municipality, String... parameters) {
        StringBuilder path =
                new StringBuilder("/v1/municipalities/%s/events".formatted(municipality));
        for (int i = 0; i < parameters.length; i += 2) {
            path.append(i == 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(parameters[i + 1]);
        }
        return get(caller(municipality, Role.INTEGRATOR), path.toString());
    }

    /** A GET as this caller; headers as name, value, name, value. */
    public Reply get(Caller caller, String path, String... headers) {
        WebTestClient client =
                WebTestClient.bindToRouterFunction(endpoints)
                        .handlerStrategies(
                                HandlerStrategies.builder()
                                        .exceptionHandler(
                                                new ProblemWriter(
                                                        new ProblemMapper(ProblemCatalogue.load()),
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
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                        .responseTimeout(Duration.ofSeconds(60))
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
        log.close();
    }

    private static final class TestClock extends Clock {

        private volatile Instant now = BEGIN;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
