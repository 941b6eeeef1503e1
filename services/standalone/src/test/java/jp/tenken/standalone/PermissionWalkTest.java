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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import jp.tenken.edge.EndpointRegistry;
import jp.tenken.kernel.Role;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.standalone.PermissionLines.Line;
import jp.tenken.standalone.PermissionLines.Whose;
import jp.tenken.standalone.WalkedThings.Things;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint of the assembled program, as everybody, about one's own things and about others':
 * the answers are those that {@code permissions.txt} says.
 */
class PermissionWalkTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String HERE = "131041";
    private static final String ELSEWHERE = "131130";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir static Path data;

    private static ConfigurableApplicationContext program;
    private static WalkedThings walked;
    private static HttpClient http;

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
    }

    @AfterAll
    static void stop() {
        http.close();
        program.close();
    }

    @Test
    void everyEndpointHasItsLineAndEveryLineItsEndpoint() {
        TreeSet<String> written = new TreeSet<>();
        lines.endpoints().values().stream()
                .filter(line -> !line.later() || registered().contains(line.route()))
                .forEach(line -> written.add(line.route()));

        assertThat(written)
                .as("endpoints with a line in src/test/resources/permissions.txt")
                .isEqualTo(registered());
        assertThat(lines.endpoints().values())
                .extracting(Line::action)
                .allMatch(
                        action ->
                                action.equals(PermissionLines.OPEN)
                                        || lines.grants().containsKey(action));
    }

    @Test
    void everybodyIsAnsweredAsTheTableSays() throws Exception {
        Map<Role, String> tokens = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            tokens.put(role, token(role));
        }
        List<String> wrong = new ArrayList<>();
        int walk = 0;
        for (Line line : lines.endpoints().values()) {
            if (!registered().contains(line.route())
                    || line.action().equals(PermissionLines.OPEN)) {
                continue;
            }
            for (Whose whose : line.cases()) {
                for (Role role : Role.values()) {
                    String answer = answer(line, whose, Objects.requireNonNull(tokens.get(role)));
                    String expected = lines.expected(line, role, whose);
                    if (!outcome(line, whose, answer).equals(expected)) {
                        wrong.add(
                                "%s as %s, %s: %s instead of %s"
                                        .formatted(line.route(), role, whose, answer, expected));
                    }
                    walk++;
                }
            }
        }
        assertThat(wrong).as("of %d requests", walk).isEmpty();
        assertThat(walk).isGreaterThan(15 * Role.values().length);
    }

    @Test
    void withoutATokenThereAreOnlyDocuments() throws Exception {
        for (Line line : lines.endpoints().values()) {
            if (!registered().contains(line.route())) {
                continue;
            }
            String answer = answer(line, Whose.OWN, null);
            assertThat(answer)
                    .as(line.route())
                    .isEqualTo(
                            line.action().equals(PermissionLines.OPEN)
                                    ? "200"
                                    : "401 token-missing");
        }
    }

    private static TreeSet<String> registered() {
        return new TreeSet<>(program.getBean(EndpointRegistry.class).routes());
    }

    /**
     * What is read by somebody who may is there, but for things of here that are asked for
     * elsewhere. Of the others, whatever gets as far as the operation itself is allowed; what it
     * then says is its own. A request that is not well-formed is not: it would show nothing about
     * others' things either.
     */
    private static String outcome(Line line, Whose whose, String answer) {
        if (line.method().equals("GET") && whose != Whose.FOREIGN) {
            return answer.equals("200") ? "allowed" : answer;
        }
        boolean refused =
                answer.startsWith("401 ")
                        || answer.startsWith("403 ")
                        || answer.startsWith("400 ")
                        || answer.startsWith("5")
                        || answer.equals("404 not-found");
        return refused ? answer : "allowed";
    }

    /** Status, and the code of a problem. */
    private static String answer(Line line, Whose whose, @Nullable String token) throws Exception {
        Things things = walked.make(whose);
        String code = whose == Whose.FOREIGN ? ELSEWHERE : HERE;
        String request = WalkedPaths.filled(line.request(), things);
        int document = request.indexOf('@');
        String query =
                request.startsWith("?")
                        ? (document < 0 ? request : request.substring(0, document)).strip()
                        : "";
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(uri(WalkedPaths.path(line, code, things) + query))
                        .timeout(PATIENCE);
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        HttpRequest.BodyPublisher body = BodyPublishers.noBody();
        if (document >= 0) {
            builder.header("Content-Type", "text/markdown");
            body = BodyPublishers.ofByteArray(resource(request.substring(document + 1)));
        } else if (request.startsWith("{")) {
            builder.header("Content-Type", "application/json");
            body = BodyPublishers.ofString(request, StandardCharsets.UTF_8);
        }
        if (line.method().equals("GET") && whose != Whose.FOREIGN) {
            builder.header("Tenken-Sequence-At-Least", Long.toString(things.sequence()));
        }
        HttpResponse<String> response = send(builder.method(line.method(), body));
        if (response.statusCode() < 400) {
            return Integer.toString(response.statusCode());
        }
        JsonNode problem = JSON.readTree(response.body());
        return response.statusCode() + " " + problem.path("code").asString("");
    }

    private static String token(Role role) throws Exception {
        String wanted =
                """
                {"subject":"walker-%s","municipalities":["%s"],"roles":["%s"],
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
        try (InputStream in = PermissionWalkTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
