package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jp.tenken.edge.EndpointRegistry;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.TenantId;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentFacts;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.runtime.json.PayloadJson;
import jp.tenken.standalone.PlantedPlaces.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plants recognisable names and texts wherever {@link PlantedPlaces} says that they can be given,
 * and looks for them in all that the run leaves: files, log output, refusals, the feed, and every
 * read that is not meant to show them. Then everything is erased, and nothing shows them any more.
 */
@ExtendWith(OutputCaptureExtension.class)
class PlantedNamesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HERE = "131041";
    private static final TenantId TENANT = TenantId.derivedFrom(MunicipalityCode.of(HERE));
    private static final String CONTROL = "対照の理由";
    private static final String CONTRACT = "/contracts/$contract";
    private static final String REMARK = "対照の覚書";
    private static final List<String> ROLES =
            List.of(
                    "department-staff",
                    "department-head",
                    "security-officer",
                    "administrator",
                    "auditor",
                    "integrator");

    @TempDir Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> ids = new TreeMap<>();
    private final Set<String> planted = new LinkedHashSet<>();
    private ConfigurableApplicationContext program;

    @BeforeEach
    void start() throws Exception {
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setLogStartupInfo(false);
        program =
                application.run(
                        "--server.port=0",
                        "--tenken.data=" + data,
                        "--logging.level.root=INFO",
                        "--logging.level.jp.tenken=TRACE",
                        "--logging.level.tenken.requests=DEBUG");
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (send("GET", "/actuator/health", null, null).statusCode() != 200) {
            assertThat(Instant.now()).as("the program comes up in time").isBefore(giveUp);
        }
        for (String role : ROLES) {
            tokens.put(role, token(role));
        }
        ids.put("contract", contract());
    }

    @AfterEach
    void stop() {
        program.close();
        http.close();
    }

    @Test
    void namesAndTextsAreShownOnlyWhereTheyAreMeantToBeAndNowhereOnceErased(CapturedOutput output)
            throws Exception {
        for (Step step : PlantedPlaces.steps()) {
            play(step);
        }
        String sealedEvent = incidentWithAText();
        for (Step step : PlantedPlaces.refused()) {
            refused(step);
        }
        search();

        Set<String> shown = read();
        assertThat(shown)
                .as("names of those who acted are shown")
                .contains(name("department-staff"));
        assertThat(Traces.inFiles(data, planted)).as("files").isEmpty();
        assertThat(Traces.inFiles(data, List.of(CONTROL)))
                .as("what is not sealed is found in the same way")
                .anyMatch(file -> file.startsWith("log.db"))
                .anyMatch(file -> file.startsWith("views.db"));

        assertThat(shown(CONTRACT + "/checklist")).as("a remark is shown").contains(REMARK);
        assertThat(shown("/events?limit=500"))
                .as("what is delivered")
                .contains(CONTROL)
                .doesNotContain(REMARK);

        erase(plant(), plant());
        assertThat(Traces.inFiles(data, planted)).as("files after the erasure").isEmpty();
        assertThat(Traces.in(shown("/events?limit=500"), planted)).as("delivered").isEmpty();
        int reasons = eraseReasons();
        assertThat(history()).contains("消去済み").contains("planted-department-staff");
        assertThat(textKeys())
                .as("keys of texts, " + sealedEvent + ": of the last reasons alone")
                .hasSize(reasons);
        actAgain();
        assertThat(read()).as("shown after an erased person acted again").isEmpty();

        program.close();
        assertThat(Traces.inFiles(data, planted)).as("files after the end").isEmpty();
        assertThat(output.getAll()).contains("Tenken (点検) runs at");
        assertThat(Traces.in(output.getAll(), planted)).as("log output").isEmpty();
    }

    /** Whatever comes of it: the name in the token must not be taken once more. */
    private void actAgain() throws Exception {
        HttpResponse<String> answer =
                send(
                        "POST",
                        "/v1/municipalities/" + HERE + "/contracts",
                        tokens.get("department-staff"),
                        """
                        {"contractNumber":"R8-9","title":"消去後の契約","departmentCode":"0101",
                         "contractor":{"name":"株式会社例示"},
                         "period":{"from":"2026-04-01","to":"2027-03-31"}}
                        """);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** Plays a step of the journey, which must succeed. */
    private void play(Step step) throws Exception {
        assertThat(registered(step.route())).as("%s is an endpoint", step.route()).isTrue();
        HttpResponse<String> answer = request(step);
        assertThat(answer.statusCode())
                .as("%s as %s: %s", step.route(), step.role(), answer.body())
                .isBetween(200, 201);
        assertThat(Traces.in(answer.body(), planted)).as(step.route()).isEmpty();
        if (step.keep() != null) {
            ids.put(step.keep(), JSON.readTree(answer.body()).path("id").asString());
        }
    }

    private void refused(Step step) throws Exception {
        assertThat(registered(step.route())).as("%s is an endpoint", step.route()).isTrue();
        HttpResponse<String> answer = request(step);
        assertThat(answer.statusCode()).as(step.route()).isBetween(400, 499);
        assertThat(Traces.in(answer.body(), planted))
                .as("%s answered %s", step.route(), answer.body())
                .isEmpty();
    }

    private HttpResponse<String> request(Step step) throws Exception {
        String body = step.body();
        while (body.contains(PlantedPlaces.PLANT)) {
            body = body.replaceFirst(PlantedPlaces.PLANT, plant());
        }
        return send(
                step.method(),
                filled(step.template().replaceFirst("\\{id}", step.id().replace("$", "\\$"))),
                tokens.get(step.role()),
                filled(body));
    }

    /** Somebody looks for a person by name: that is in no answer and in no log either. */
    private void search() throws Exception {
        HttpResponse<String> answer =
                send(
                        "GET",
                        "/v1/municipalities/%s/contracts?q=%s"
                                .formatted(
                                        HERE, URLEncoder.encode(plant(), StandardCharsets.UTF_8)),
                        tokens.get("security-officer"),
                        null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Traces.in(answer.body(), planted)).isEmpty();
    }

    /** An event whose text nobody gave by HTTP, so that there is one in any case. */
    private String incidentWithAText() throws Exception {
        TenkenRuntime runtime = program.getBean(TenkenRuntime.class);
        SealedText summary =
                Objects.requireNonNull(
                        runtime.privacy().sealer().seal(TENANT, plant()).block(PATIENCE));
        IncidentReported event =
                new IncidentReported(
                        IncidentId.of("planted-incident"),
                        List.of(new IncidentContract(ContractId.of(id("contract")), null)),
                        new IncidentFacts(
                                Instant.parse("2026-10-01T00:00:00Z"),
                                null,
                                null,
                                null,
                                summary,
                                null,
                                null,
                                null),
                        null);
        String eventId = UUID.randomUUID().toString();
        runtime.log()
                .appender()
                .append(
                        new AppendRequest(
                                TENANT.value(),
                                UUID.randomUUID(),
                                AppendRequest.FRESH_ID,
                                List.of(
                                        new StoredEvent(
                                                eventId,
                                                EventCatalogue.nameOf(IncidentReported.class),
                                                "1",
                                                Instant.now(),
                                                List.of(
                                                        new EventTag(Tags.CONTRACT, id("contract")),
                                                        new EventTag(
                                                                Tags.INCIDENT, "planted-incident")),
                                                Map.of(),
                                                new PayloadJson().write(event),
                                                new byte[StoredEvent.SALT_LENGTH])),
                                null))
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return eventId;
    }

    /**
     * Every read of the municipality, with all that was recorded.
     *
     * @return the planted words that were shown where they may be
     */
    private Set<String> read() throws Exception {
        Set<String> shown = new LinkedHashSet<>();
        for (String route : program.getBean(EndpointRegistry.class).routes()) {
            if (!route.startsWith("GET /v1/municipalities/{code}/")) {
                continue;
            }
            String path = readable(route.substring(4));
            for (String accept : List.of("application/json", "text/csv", "*/*")) {
                String body = get(path, accept).body();
                Set<String> found = Traces.in(body, planted);
                if (PlantedPlaces.shownBy().contains(route)) {
                    shown.addAll(found);
                } else {
                    assertThat(found).as(route).isEmpty();
                }
            }
        }
        return shown;
    }

    /** What the journey has not made is asked for all the same: the answer is then a problem. */
    private String readable(String template) {
        String about =
                template.contains("/incidents/")
                        ? "incident"
                        : template.contains("/consultations/") ? "agreed" : "contract";
        return filled(
                template.replace("{id}", ids.getOrDefault(about, "unknown"))
                        .replaceAll("\\{(contractorId|departmentCode)}", "0101")
                        .replaceAll("\\{[a-zA-Z]+}$", "1"));
    }

    /** Everything that can be erased is. */
    private void erase(String whyTexts, String whyPeople) throws Exception {
        for (String eventId : eventsWithTexts()) {
            erased("/events/%s/redaction".formatted(eventId), whyTexts);
        }
        for (String role : ROLES) {
            erased("/persons/planted-%s/erasure".formatted(role), whyPeople);
        }
    }

    /**
     * Why it was erased is a text like any other.
     *
     * @return of how many events the texts were erased; a reason for each is left
     */
    private int eraseReasons() throws Exception {
        assertThat(read()).as("reasons are shown").isNotEmpty();
        List<String> all = eventsWithTexts();
        List<String> events = all.subList(all.size() - textKeys().size(), all.size());
        for (String eventId : events) {
            erased("/events/%s/redaction".formatted(eventId), "記録の整理");
        }
        assertThat(read()).as("shown after the erasure").isEmpty();
        return events.size();
    }

    private void erased(String path, String reason) throws Exception {
        HttpResponse<String> answer =
                send(
                        "POST",
                        "/v1/municipalities/" + HERE + path,
                        tokens.get("administrator"),
                        "{\"reason\":\"" + reason + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Traces.in(answer.body(), planted)).isEmpty();
    }

    private String shown(String path) throws Exception {
        HttpResponse<String> answer =
                get(filled("/v1/municipalities/" + HERE + path), "application/json, */*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private List<String> eventsWithTexts() throws Exception {
        List<String> found = new ArrayList<>();
        program.getBean(TenkenRuntime.class)
                .log()
                .readTenant(TENANT.value(), 0, 100_000)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .commits()
                .forEach(
                        commit ->
                                commit.events().stream()
                                        .filter(
                                                event ->
                                                        new String(
                                                                        event.payload(),
                                                                        StandardCharsets.UTF_8)
                                                                .contains("\"sealed\""))
                                        .forEach(event -> found.add(event.id())));
        assertThat(found).isNotEmpty();
        return found;
    }

    private List<String> textKeys() throws Exception {
        return program.getBean(TenkenRuntime.class)
                .storage()
                .vault()
                .ids("text-key")
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private String history() throws Exception {
        return get("/v1/municipalities/%s/history?limit=500".formatted(HERE), "application/json")
                .body();
    }

    private boolean registered(String route) {
        return program.getBean(EndpointRegistry.class).routes().contains(route);
    }

    /** A contract of the first start: its checklist is confirmed. */
    private String contract() throws Exception {
        return JSON.readTree(
                        get("/v1/municipalities/%s/contracts".formatted(HERE), "application/json")
                                .body())
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    private String token(String role) throws Exception {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("subject", "planted-" + role);
        wanted.put("name", name(role));
        wanted.put("municipalities", List.of(HERE));
        wanted.put("roles", List.of(role));
        wanted.put("departments", List.of(HERE + "/0101"));
        HttpResponse<String> answer =
                send("POST", "/dev/tokens", null, JSON.writeValueAsString(wanted));
        return JSON.readTree(answer.body()).path("accessToken").asString();
    }

    private String name(String role) {
        String name = "植込花子" + role;
        planted.add(name);
        return name;
    }

    private String plant() {
        String words = "植込文章第%04d号".formatted(planted.size());
        planted.add(words);
        return words;
    }

    private String id(String word) {
        return Objects.requireNonNull(ids.get(word), word);
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> each : ids.entrySet()) {
            filled = filled.replace("$" + each.getKey(), each.getValue());
        }
        return filled.replace("{code}", HERE)
                .replace("{itemCode}", "OPS-06")
                .replace("{templateId}", BuiltInTemplates.SHINJUKU)
                .replace("{eventId}", "no-such-event");
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + tokens.get("security-officer"))
                        .header("Accept", accept)
                        .header("Tenken-Sequence-At-Least", Long.toString(sequence()))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private long sequence() throws Exception {
        return program.getBean(TenkenRuntime.class)
                .log()
                .log()
                .tenantHead(TENANT.value())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .sequence();
    }

    private HttpResponse<String> send(
            String method, String path, @Nullable String token, @Nullable String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return http.send(
                request.method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:"
                        + program.getEnvironment().getProperty("local.server.port")
                        + path);
    }
}
