package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jp.tenken.kernel.Role;
import jp.tenken.standalone.PermissionLines.Line;
import jp.tenken.standalone.PermissionLines.Whose;
import jp.tenken.standalone.WalkedThings.Things;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every write of the assembled program with the headers that writes share. */
class WriteHeadersWalkTest {

    /** The walk issues no edition; that this takes a version its slice shows. */
    private static final String OF_AN_EDITION =
            "/v1/municipalities/{code}/policy-editions/{id}/consultations";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir static Path data;

    private static Walk walk;

    private final PermissionLines lines = PermissionLines.read();

    @BeforeAll
    static void start() throws Exception {
        walk = Walk.over(data);
    }

    @AfterAll
    static void stop() {
        walk.close();
    }

    @Test
    void theSameKeyTwiceIsAnsweredTheSameAndAnotherRequestWithItIsRefused() throws Exception {
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (Line line : writes()) {
            Things things = walk.things().make(Whose.OWN);
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
            HttpResponse<String> other = request(line, walk.things().make(Whose.OWN), keyed);
            // A request without effect leaves nothing by which its key would be known.
            boolean remembered = sequence(first) > things.sequence();
            boolean another = !other.uri().equals(first.uri());
            if (remembered && another && other.statusCode() != 422) {
                wrong.add("%s: another with the key: %s".formatted(line.route(), said(other)));
            }
            walked++;
        }
        assertThat(wrong).as("of %d writes", walked).isEmpty();
        assertThat(walked).isGreaterThan(20);
    }

    @Test
    void aStaleVersionIsRefusedByEveryWriteThatTakesOne() throws Exception {
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (Line line : writes()) {
            if (!takesAVersion(line) || line.template().equals(OF_AN_EDITION)) {
                continue;
            }
            HttpResponse<String> answer =
                    request(
                            line,
                            walk.things().make(Whose.OWN),
                            Map.of("If-Match", "\"987654321\""));
            String code = JSON.readTree(answer.body()).path("code").asString("");
            if (answer.statusCode() != 412 || !code.equals("version-stale")) {
                wrong.add(line.route() + ": " + said(answer));
            }
            walked++;
        }
        assertThat(wrong).as("of %d writes", walked).isEmpty();
        assertThat(walked).isGreaterThan(20);
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
        Role last = null;
        for (Role role : Role.values()) {
            if (lines.expected(line, role, Whose.OWN).equals("allowed")) {
                last = role;
            }
        }
        WalkedRequest good = WalkedRequest.of(line, things);
        HttpRequest.Builder builder =
                walk.program()
                        .request(WalkedPaths.path(line, Walk.HERE, things) + good.query())
                        .header(
                                "Authorization",
                                "Bearer " + walk.token(Objects.requireNonNull(last)));
        headers.forEach(builder::header);
        return walk.program().sends(good.into(builder, line.method()));
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
}
