package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import jp.tenken.standalone.StandaloneApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running program, seen from outside. */
final class Program implements AutoCloseable {

    /** How long anything may take on a busy machine. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext program;
    private final HttpClient http = HttpClient.newHttpClient();

    /** Starts it over an empty directory and waits until it is well. */
    Program(Path data) throws Exception {
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setLogStartupInfo(false);
        program = application.run("--server.port=0", "--tenken.data=" + data);
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (send(request("/actuator/health")).statusCode() != 200) {
            assertThat(Instant.now()).as("the program comes up in time").isBefore(giveUp);
        }
    }

    /**
     * A token.
     *
     * @param departments as {@code 131041/0101}
     */
    String token(
            String subject,
            List<String> codes,
            String role,
            List<String> departments,
            List<String> contractors)
            throws Exception {
        String wanted =
                JSON.writeValueAsString(
                        Map.of(
                                "subject", subject,
                                "municipalities", codes,
                                "roles", List.of(role),
                                "departments", departments,
                                "contractors", contractors));
        HttpResponse<String> answer =
                send(
                        request("/dev/tokens")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(wanted)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("accessToken").asString();
    }

    /** A request to a path of the program. */
    HttpRequest.Builder request(String path) {
        String port = program.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    /** What is answered to it. */
    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** The body of an answer. */
    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        http.close();
        program.close();
    }
}
