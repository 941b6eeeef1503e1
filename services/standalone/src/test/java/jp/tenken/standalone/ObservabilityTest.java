package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenken.edge.EndpointRegistry;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.TenantId;
import jp.tenken.projections.ClaimListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an operator sees of a running process: what is documented, drawn and alarmed on is there,
 * and nothing of a municipality is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ObservabilityTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path DOCUMENT = ROOT.resolve("infra/docs/observability.md");
    private static final Path DASHBOARD = ROOT.resolve("infra/deploy/observability/dashboard.json");
    private static final Path ALERTS = ROOT.resolve("infra/deploy/observability/alerts.yaml");
    private static final Pattern ROW =
            Pattern.compile(
                    "\\| `(tenken_\\w+)` \\| (\\w+) \\| ([a-z, ]*) ?\\| [^|]+ \\| ([^|]*)\\|");
    private static final String HERE = "131041";
    private static final String PLANTED = "planted-by-a-visitor";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir static Path data;

    private StartedProgram program;
    private String text;
    private ExposedMeters exposed;
    private List<String> lines;

    @BeforeAll
    void aShortDay(CapturedOutput output) throws Exception {
        program =
                new StartedProgram(
                        data,
                        "--logging.structured.format.console=ecs",
                        "--logging.level.tenken.requests=DEBUG");
        program.healthy();
        String token = program.officer(List.of(HERE));
        program.reads(token, "/v1/municipalities/" + HERE + "/contracts?q=" + PLANTED);
        assertThat(program.get("/v1/municipalities/" + HERE + "/" + PLANTED).statusCode())
                .isEqualTo(401);
        assertThat(program.get("/" + PLANTED).statusCode()).isEqualTo(404);
        // What the hosted form tells when work changes hands; one process has all the work.
        program.bean(ClaimListener.class).taken("contract_status_v1");
        text = program.get("/actuator/prometheus").body();
        exposed = ExposedMeters.of(text);
        assertThat(output.getAll()).contains("Tenken (点検) runs at");
        lines = output.getAll().lines().toList();
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void theDocumentListsEveryMeterWithItsTypeAndLabelsAndNoOther() throws Exception {
        Map<String, String> documented = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(DOCUMENT));
        while (row.find()) {
            documented.put(row.group(1), row.group(2) + " " + words(row.group(3)));
        }
        assertThat(documented).hasSizeGreaterThan(25).isEqualTo(exposedOfOurs());
    }

    /** Type and labels of our families; the greatest values beside histograms go without saying. */
    private Map<String, String> exposedOfOurs() {
        Map<String, String> ours = new TreeMap<>();
        exposed.types()
                .forEach(
                        (name, type) -> {
                            String sample = type.equals("histogram") ? name + "_count" : name;
                            if (name.startsWith("tenken_") && !name.endsWith("_max")) {
                                ours.put(name, type + " " + exposed.labels().get(sample));
                            }
                        });
        return ours;
    }

    private static Set<String> words(String list) {
        return Stream.of(list.trim().split("\\s*,\\s*", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theDashboardDrawsNothingButWhatIsThere() throws Exception {
        JsonNode dashboard = JSON.readTree(Files.readAllBytes(DASHBOARD));
        List<String> queries =
                dashboard.findValues("expr").stream().map(JsonNode::asString).toList();
        assertThat(queries).hasSizeGreaterThan(25);
        assertThat(queries).allSatisfy(query -> assertThat(exposed.missing(query)).isEmpty());
    }

    @Test
    void everyAlarmWatchesWhatIsThereAndTheDocumentNamesIt() throws Exception {
        Map<String, String> alarms = alarms();
        assertThat(alarms).hasSizeGreaterThan(12);
        assertThat(alarms)
                .allSatisfy((name, query) -> assertThat(exposed.missing(query)).as(name).isEmpty());

        Set<String> named = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(DOCUMENT));
        while (row.find()) {
            for (String alarm : words(row.group(4))) {
                named.add(alarm);
                assertThat(alarms.getOrDefault(alarm, "")).as(alarm).contains(row.group(1));
            }
        }
        // Whether a process answers at all it cannot say itself.
        named.add("TenkenDown");
        assertThat(named).isEqualTo(alarms.keySet());
    }

    private static Map<String, String> alarms() throws Exception {
        Map<?, ?> file =
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(Files.readString(ALERTS, StandardCharsets.UTF_8));
        Map<String, String> alarms = new TreeMap<>();
        for (Object group : list(file, "groups")) {
            for (Object each : list((Map<?, ?>) group, "rules")) {
                Map<?, ?> rule = (Map<?, ?>) each;
                alarms.put((String) rule.get("alert"), (String) rule.get("expr"));
            }
        }
        return alarms;
    }

    private static List<?> list(Map<?, ?> of, String name) {
        return (List<?>) Objects.requireNonNull(of.get(name), name);
    }

    @Test
    void aNameThatIsOffIsFound() {
        assertThat(exposed.missing("sum(rate(tenken_log_hole_total[5m]))"))
                .containsExactly("tenken_log_hole_total");
        assertThat(exposed.missing("tenken_view_lag_events{vue=\"x\"} > 0"))
                .containsExactly("tenken_view_lag_events{vue}");
        assertThat(exposed.missing("sum by (town) (tenken_log_head_events) > 1"))
                .containsExactly("town");
        assertThat(exposed.missing("sum by (view) (rate(tenken_view_rows_total{view=\"a\"}[5m]))"))
                .isEmpty();
    }

    @Test
    void theMetersSayNothingOfAMunicipalityOrACaller() {
        assertThat(exposed.labels()).containsKey("tenken_http_requests_seconds_count");
        assertThat(exposed.values().values().stream().flatMap(Set::stream).toList())
                .isNotEmpty()
                .noneMatch(value -> value.contains(HERE))
                .noneMatch(value -> value.contains(PLANTED))
                .noneMatch(value -> value.contains("MIHON"))
                .noneMatch(value -> value.contains(ROOT.toString()))
                .doesNotContain("reader")
                .doesNotContain(TenantId.derivedFrom(MunicipalityCode.of(HERE)).value());
        Set<String> routes = new TreeSet<>(program.bean(EndpointRegistry.class).routes());
        routes.add("other");
        assertThat(routes).containsAll(exposed.values().get("route"));
        assertThat(exposed.values().get("route"))
                .contains("GET /v1/municipalities/{code}/contracts", "other");
    }

    @Test
    void theLogHasNoHoleAndTheFirstStartCountsItsEvents() {
        assertThat(text).contains("tenken_log_holes_total 0.0");
        assertThat(text).doesNotContain("tenken_log_head_events 0.0");
        assertThat(text).doesNotContain("tenken_append_batch_events_count 0");
    }

    @Test
    void everyLineIsJsonAndARequestsLineSaysWhoseItIsButNoPath() {
        List<JsonNode> requests = new ArrayList<>();
        for (String line : lines) {
            JsonNode parsed = JSON.readTree(line);
            if (parsed.findValues("logger").stream()
                    .anyMatch(logger -> logger.asString("").equals("tenken.requests"))) {
                requests.add(parsed);
            }
        }
        assertThat(requests).isNotEmpty();
        String tenant = TenantId.derivedFrom(MunicipalityCode.of(HERE)).value();
        assertThat(requests)
                .anySatisfy(
                        line -> {
                            assertThat(line.path("route").asString())
                                    .isEqualTo("GET /v1/municipalities/{code}/contracts");
                            assertThat(line.path("tenant").asString()).isEqualTo(tenant);
                            assertThat(line.path("correlationId").asString()).hasSize(24);
                        });
        assertThat(String.join("\n", lines)).doesNotContain(PLANTED).doesNotContain("/" + HERE);
    }
}
