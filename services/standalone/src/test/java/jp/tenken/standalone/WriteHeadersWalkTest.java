package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jp.tenken.kernel.Role;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.standalone.PermissionLines.Line;
import jp.tenken.standalone.PermissionLines.Whose;
import jp.tenken.standalone.WalkedThings.Things;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every write of the assembled program with the headers that writes share. */
class WriteHeadersWalkTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String HERE = "131041";

    /** The walk issues no edition; that this takes a version its slice shows. */
    private static final String OF_AN_EDITION =
            "/v1/municipalities/{code}/policy-editions/{id}/consultations";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir static Path data;

    private static ConfigurableApplicationContext program;
    private static WalkedThings walked;
    private static HttpClient http;
    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);

    private final PermissionLines lines = PermissionLines.read();

    @BeforeAll
    static void start() throws Exception {
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setLogStartupInfo(false);
        program = application.run("--server.port=0", "--tenken.data=" + data);
        walked = new WalkedThings(program.getBean(TenkenRuntime.class));
        http = HttpClient.newHttpClient();
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (send(HttpRequest.newBuilder(uri("/actuator/health"))).statusCode() != 200) {
            assertThat(Instant.now()).as("the program comes up in time").isBefore(giveUp);
        }
        for (Role role : Role.values()) {
            TOKENS.put(role, token(role));
        }
    }

    @AfterAll
    static void stop() {
        http.close();
        program.close();
    }

    @Test
    void theSameKeyTwiceIsAnsweredTheSameAndAnotherRequestWithItIsRefused() throws Exception {
        List<String> wrong = new ArrayList<>();
        int walk = 0;
        for (Line line : writes()) {
            Things things = walked.make(Whose.OWN);
            Map<String, String> keyed =
                    Map.of("Idempotency-Key", "walk-" + line.route().hashCode());
            HttpResponse<String> first = request(line, things, keyed);
            if (first.statusCode() >= 300) {
                continue;
            }
            HttpResponse<String> again = request(line, things, keyed);
            if (!said(again).equals(said(first))) {
                wrong.add("%s: %s, then %s".formatted(line.route(), said(first), said(again)));
            }
            HttpResponse<String> other = request(line, walked.make(Whose.OWN), keyed);
            // A request without effect leaves nothing by which its key would be known.
            boolean remembered = sequence(first) > things.sequence();
            boolean another = !other.uri().equals(first.uri());
            if (remembered && another && other.statusCode() != 422) {
                wrong.add("%s: another with the key: %s".formatted(line.route(), said(other)));
            }
            walk++;
        }
        assertThat(wrong).as("of %d writes", walk).isEmpty();
        assertThat(walk).isGreaterThan(20);
    }

    @Test
    void aStaleVersionIsRefusedByEveryWriteThatTakesOne() throws Exception {
        List<String> wrong = new ArrayList<>();
        int walk = 0;
        for (Line line : writes()) {
            if (!takesAVersion(line) || line.template().equals(OF_AN_EDITION)) {
                continue;
            }
            HttpResponse<String> answer =
                    request(line, walked.make(Whose.OWN), Map.of("If-Match", "\"987654321\""));
            String code = JSON.readTree(answer.body()).path("code").asString("");
            if (answer.statusCode() != 412 || !code.equals("version-stale")) {
                wrong.add(line.route() + ": " + said(answer));
            }
            walk++;
        }
        assertThat(wrong).as("of %d writes", walk).isEmpty();
        assertThat(walk).isGreaterThan(20);
    }

    private List<Line> writes() {
        return lines.endpoints().values().stream()
                .filter(line -> !line.method().equals("GET") && !line.later())
                .filter(line -> !line.action().equals(PermissionLines.OPEN))
                .toList();
    }

    private static long sequence(HttpResponse<String> answer) {
        return Long.parseLong(answer.headers().firstValue("Tenken-Sequence").orElse("0"));
    }

    private static String said(HttpResponse<String> answer) {
        return answer.statusCode()
                + " "
                + answer.headers().firstValue("Tenken-Sequence").orElse("")
                + " "
                + answer.headers().firstValue("ETag").orElse("")
                + " "
                + answer.body();
    }

    private HttpResponse<String> request(Line line, Things things, Map<String, String> headers)
            throws Exception {
        String token = null;
        for (Role role : Role.values()) {
            if (lines.expected(line, role, Whose.OWN).equals("allowed")) {
                token = TOKENS.get(role);
            }
        }
        String request = WalkedPaths.filled(line.request(), things);
        int document = request.indexOf('@');
        String query =
                request.startsWith("?")
                        ? (document < 0 ? request : request.substring(0, document)).strip()
                        : "";
        Map<String, String> sent = new HashMap<>(headers);
        HttpRequest.BodyPublisher body = BodyPublishers.noBody();
        if (document >= 0) {
            sent.put("Content-Type", "text/markdown");
            body = BodyPublishers.ofByteArray(resource(request.substring(document + 1)));
        } else if (request.startsWith("{")) {
            sent.put("Content-Type", "application/json");
            body = BodyPublishers.ofString(request, StandardCharsets.UTF_8);
        }
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(uri(WalkedPaths.path(line, HERE, things) + query))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + Objects.requireNonNull(token));
        sent.forEach(builder::header);
        return send(builder.method(line.method(), body));
    }

    /** Whether the document says that an operation takes {@code If-Match}. */
    private static boolean takesAVersion(Line line) throws Exception {
        try (InputStream in =
                WriteHeadersWalkTest.class.getResourceAsStream("/tenken/docs/openapi.yaml")) {
            Object document = new Yaml().load(in);
            JsonNode operation =
                    JSON.valueToTree(document)
                            .path("paths")
                            .path(line.template())
                            .path(line.method().toLowerCase(Locale.ROOT));
            assertThat(operation.isObject()).as(line.route()).isTrue();
            return operation
                    .path("parameters")
                    .valueStream()
                    .anyMatch(each -> each.path("$ref").asString("").endsWith("/IfMatch"));
        }
    }

    private static String token(Role role) throws Exception {
        String wanted =
                """
                {"subject":"writer-%s","municipalities":["%s"],"roles":["%s"],
                 "departments":["%s/0101"],"contractors":["walked-own"]}
                """
                        .formatted(role, HERE, role, HERE);
        HttpResponse<String> response =
                send(
                        HttpRequest.newBuilder(uri("/dev/tokens"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(wanted)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).path("accessToken").asString();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:"
                        + program.getEnvironment().getProperty("local.server.port")
                        + path);
    }

    private static byte[] resource(String name) throws Exception {
        try (InputStream in = WriteHeadersWalkTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
