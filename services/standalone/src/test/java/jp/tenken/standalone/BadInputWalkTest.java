package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.EndpointRegistry;
import jp.tenken.edge.problem.ProblemCatalogue;
import jp.tenken.kernel.Role;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.standalone.BadRequests.Bad;
import jp.tenken.standalone.PermissionLines.Line;
import jp.tenken.standalone.PermissionLines.Whose;
import jp.tenken.standalone.WalkedThings.Things;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint of the assembled program, asked by somebody who may, with what should not be sent:
 * each answer is a problem of the catalogue, and the log stays as long as it was.
 */
class BadInputWalkTest {

    /** What an issuer may call somebody: nearly anything. */
    private static final Set<String> PERSONS =
            Set.of("a%20b", "%EF%BC%91%EF%BC%93%EF%BC%91%EF%BC%90%EF%BC%94%EF%BC%91");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ProblemCatalogue CATALOGUE = ProblemCatalogue.load();

    @TempDir static Path data;

    private static Walk walk;
    private static Things things;

    private final PermissionLines lines = PermissionLines.read();
    private final List<String> wrong = new ArrayList<>();
    private int asked;

    @BeforeAll
    static void start() throws Exception {
        walk = Walk.over(data);
        things = walk.things().make(Whose.OWN);
    }

    @AfterAll
    static void stop() {
        walk.close();
    }

    @Test
    void everyWriteRefusesABodyThatIsNotAsItMustBe() throws Exception {
        int writes = 0;
        for (Line line : endpoints()) {
            if (line.method().equals("GET")) {
                continue;
            }
            writes++;
            for (Bad bad : bodies(line)) {
                ask(line, query(line), bad);
            }
        }
        assertNothingWrong();
        assertThat(writes).isGreaterThan(40);
    }

    @Test
    void everyWriteRefusesHeadersThatAreNotAsTheyMustBe() throws Exception {
        for (Line line : endpoints()) {
            if (line.method().equals("GET")) {
                continue;
            }
            Bad good = good(line);
            ask(
                    line,
                    query(line),
                    withCode(good, "idempotency-key-invalid")
                            .with("Idempotency-Key", "k".repeat(129)));
            ask(
                    line,
                    query(line),
                    withCode(good, "idempotency-key-invalid").with("Idempotency-Key", "a b"));
            ask(line, query(line), withCode(good, "if-match-invalid").with("If-Match", "W/\"1\""));
            ask(line, query(line), withCode(good, "if-match-invalid").with("If-Match", "latest"));
            ask(
                    line,
                    query(line) + (query(line).isEmpty() ? "?" : "&") + "nobodys=1",
                    withCode(good, "parameter-unknown"));
        }
        assertNothingWrong();
    }

    @Test
    void everyReadRefusesParametersThatAreNotAsTheyMustBe() throws Exception {
        int reads = 0;
        for (Line line : endpoints()) {
            if (!line.method().equals("GET")) {
                continue;
            }
            reads++;
            var taken = endpoint(line).parameters();
            String own = query(line).isEmpty() ? "?" : query(line) + "&";
            for (String limit : List.of("0", "-1", "10000", "99999999999", "all", "")) {
                refused(
                        line,
                        own + "limit=" + limit,
                        taken.contains("limit") ? "limit-invalid" : "parameter-unknown");
            }
            for (String cursor : List.of("bm9ib2R5", "%20", foreignCursor(line))) {
                refused(
                        line,
                        own + "cursor=" + cursor,
                        taken.contains("cursor") ? "cursor-invalid" : "parameter-unknown");
            }
            for (String time : List.of("yesterday", "2026-13-01", "2026-02-30", "1", "")) {
                refused(
                        line,
                        own + "asOf=" + time,
                        taken.contains("asOf") ? "as-of-invalid" : "parameter-unknown");
            }
            refused(line, own + "nobodys=1", "parameter-unknown");
            for (String parameter : taken) {
                refused(line, own + parameter + "=1&" + parameter + "=1", "parameter-repeated");
            }
            ask(
                    line,
                    query(line),
                    Bad.asking("", "sequence-invalid").with("Tenken-Sequence-At-Least", "-1"));
            ask(
                    line,
                    query(line),
                    Bad.asking("", "sequence-invalid").with("Tenken-Sequence-At-Least", "all"));
        }
        assertNothingWrong();
        assertThat(reads).isGreaterThan(20);
    }

    @Test
    void everyPathRefusesWhatIsNoNameOfAnything() throws Exception {
        for (Line line : endpoints()) {
            String[] segments = line.template().split("/", -1);
            for (int i = 0; i < segments.length; i++) {
                if (!segments[i].startsWith("{")) {
                    continue;
                }
                for (String name :
                        List.of(
                                "a%20b",
                                "%00",
                                "%EF%BC%91%EF%BC%93%EF%BC%91%EF%BC%90%EF%BC%94%EF%BC%91",
                                "%E3%81",
                                "..%2F..",
                                "x".repeat(300))) {
                    if (segments[i].equals("{personId}") && PERSONS.contains(name)) {
                        continue;
                    }
                    String[] path = WalkedPaths.path(line, Walk.HERE, things).split("/", -1);
                    path[i] = name;
                    Bad good = good(line);
                    askAt(
                            line,
                            String.join("/", path) + query(line),
                            new Bad(
                                    segments[i] + "=" + name,
                                    Map.of(),
                                    good.type(),
                                    good.body(),
                                    0,
                                    null));
                }
            }
            if (segments.length > 3 && segments[3].equals("{code}")) {
                String path = WalkedPaths.path(line, "131042", things);
                askAt(line, path + query(line), withCode(good(line), "municipality-code-invalid"));
            }
        }
        assertNothingWrong();
    }

    @Test
    void aBlankTextIsNotTakenWhereOneIsNeeded() throws Exception {
        int texts = 0;
        for (Line line : endpoints()) {
            if (!line.request().startsWith("{")) {
                continue;
            }
            for (String field : BadRequests.texts(WalkedPaths.filled(line.request(), things))) {
                texts++;
                // Both may be written, so each is about things of its own.
                int left = status(line, field, BadRequests::without);
                int blank = status(line, field, BadRequests::blank);
                if (left >= 400 && blank < 400) {
                    wrong.add(
                            "%s, %s: %d left out, %d blank"
                                    .formatted(line.route(), field, left, blank));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(texts).isGreaterThan(40);
    }

    private int status(Line line, String field, BiFunction<String, String, byte[]> change)
            throws Exception {
        Things own = walk.things().make(Whose.OWN);
        byte[] body = change.apply(field, WalkedPaths.filled(line.request(), own));
        return walk.program()
                .sends(
                        request(line, WalkedPaths.path(line, Walk.HERE, own))
                                .header("Content-Type", "application/json")
                                .method(line.method(), BodyPublishers.ofByteArray(body)))
                .statusCode();
    }

    private void refused(Line line, String query, String code) throws Exception {
        ask(line, query, Bad.asking(query, code));
    }

    private void ask(Line line, String query, Bad bad) throws Exception {
        askAt(line, WalkedPaths.path(line, Walk.HERE, things) + query, bad);
    }

    private void askAt(Line line, String path, Bad bad) throws Exception {
        asked++;
        HttpRequest.Builder builder =
                request(line, path)
                        .method(
                                line.method(),
                                bad.type() == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(bad.body()));
        bad.headers().forEach(builder::header);
        if (bad.type() != null) {
            builder.header("Content-Type", bad.type());
        }
        long before = head();

        HttpResponse<String> answer = walk.program().sends(builder);

        String fault = fault(bad, answer);
        if (fault.isEmpty() && head() != before) {
            fault = "it was stored";
        }
        if (!fault.isEmpty()) {
            wrong.add(
                    "%s, %s: %s; %d %s"
                            .formatted(
                                    line.route(),
                                    bad.what().length() > 80
                                            ? bad.what().substring(0, 80)
                                            : bad.what(),
                                    fault,
                                    answer.statusCode(),
                                    answer.body()));
        }
    }

    private HttpRequest.Builder request(Line line, String path) {
        HttpRequest.Builder builder = walk.program().request(path);
        return line.action().equals(PermissionLines.OPEN)
                ? builder
                : builder.header("Authorization", "Bearer " + tokenFor(line));
    }

    /** What is wrong about the answer; empty = nothing. */
    private static String fault(Bad bad, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status < 400 || status >= 500) {
            return "not refused";
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return "no problem but " + type;
        }
        JsonNode problem = JSON.readTree(answer.body());
        String code = problem.path("code").asString("");
        if (CATALOGUE.find(code).isEmpty() || problem.path("status").asInt() != status) {
            return "no problem of the catalogue";
        }
        if (bad.status() != 0 && status != bad.status()) {
            return "not " + bad.status();
        }
        if (bad.code() != null && !code.equals(bad.code())) {
            return "not " + bad.code();
        }
        for (String inside : List.of("Exception", "\tat ", ".java", "jp.tenken")) {
            if (answer.body().contains(inside)) {
                return "tells of the inside";
            }
        }
        return "";
    }

    private void assertNothingWrong() {
        assertThat(wrong).as("of %d requests", asked).isEmpty();
        assertThat(asked).isGreaterThan(100);
    }

    private List<Line> endpoints() {
        var registered = walk.program().bean(EndpointRegistry.class).routes();
        return lines.endpoints().values().stream()
                .filter(line -> registered.contains(line.route()))
                .toList();
    }

    private static Endpoint endpoint(Line line) {
        return walk.program().bean(EndpointRegistry.class).endpoints().stream()
                .filter(each -> each.route().equals(line.route()))
                .findFirst()
                .orElseThrow();
    }

    private List<Bad> bodies(Line line) {
        String request = WalkedPaths.filled(line.request(), things);
        if (request.contains("@")) {
            return BadRequests.insteadOfAForm();
        }
        return request.isEmpty() ? BadRequests.insteadOfNothing() : BadRequests.insteadOf(request);
    }

    /** The line's own request, to be made bad. */
    private static Bad good(Line line) throws Exception {
        WalkedRequest good = WalkedRequest.of(line, things);
        return good.type() == null
                ? Bad.asking("", null)
                : Bad.sending("", good.type(), good.body(), 400, null);
    }

    private static Bad withCode(Bad good, String code) {
        return new Bad(code, good.headers(), good.type(), good.body(), 400, code);
    }

    private static String query(Line line) throws Exception {
        return WalkedRequest.of(line, things).query();
    }

    /** A cursor of another list. */
    private static String foreignCursor(Line line) throws Exception {
        String list = line.template().endsWith("/contracts") ? "/history" : "/contracts";
        HttpResponse<String> page =
                walk.program()
                        .sends(
                                walk.program()
                                        .request(
                                                "/v1/municipalities/"
                                                        + Walk.HERE
                                                        + list
                                                        + "?limit=1")
                                        .header(
                                                "Authorization",
                                                "Bearer " + walk.token(Role.AUDITOR))
                                        .header(
                                                "Tenken-Sequence-At-Least",
                                                Long.toString(things.sequence())));
        String cursor = JSON.readTree(page.body()).path("nextCursor").asString("");
        assertThat(cursor).as(page.body()).isNotEmpty();
        return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    private String tokenFor(Line line) {
        return walk.tokens().keySet().stream()
                .filter(role -> lines.expected(line, role, Whose.OWN).equals("allowed"))
                .findFirst()
                .map(walk::token)
                .orElseThrow(() -> new AssertionError("nobody may " + line.route()));
    }

    private static long head() {
        return walk.program().bean(TenkenRuntime.class).log().head();
    }
}
