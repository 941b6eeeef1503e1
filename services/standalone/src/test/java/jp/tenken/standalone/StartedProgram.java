package jp.tenken.standalone;

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
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The assembled program in this process, on a free port, and somebody who asks it by HTTP. */
final class StartedProgram implements AutoCloseable {

    /** How long anything may take on a busy machine. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext program;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * Starts it and does not wait until it is well.
     *
     * @param data its folder
     * @param more arguments
     */
    StartedProgram(Path data, String... more) {
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setLogStartupInfo(false);
        program =
                application.run(
                        Stream.concat(
                                        Stream.of("--server.port=0", "--tenken.data=" + data),
                                        Stream.of(more))
                                .toArray(String[]::new));
    }

    /** The same, once it is well. */
    StartedProgram healthy() throws Exception {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (get("/actuator/health").statusCode() != 200) {
            assertThat(Instant.now()).as("the program comes up in time").isBefore(giveUp);
        }
        return this;
    }

    /** A bean of it. */
    <T> T bean(Class<T> type) {
        return program.getBean(type);
    }

    /** One of several beans of a type. */
    <T> T bean(String name, Class<T> type) {
        return program.getBean(name, type);
    }

    /** Where it listens, without a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + program.getEnvironment().getProperty("local.server.port");
    }

    /** Whoever reads for all of these municipalities. */
    String officer(List<String> codes) throws Exception {
        return token(codes, "security-officer");
    }

    /** Whoever has this role in all of these municipalities. */
    String token(List<String> codes, String role) throws Exception {
        return token(Map.of("subject", "reader", "municipalities", codes, "roles", List.of(role)));
    }

    /** Whoever has these claims. */
    String token(Map<String, Object> claims) throws Exception {
        HttpResponse<String> answer =
                sends(
                        request("/dev/tokens")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(JSON.writeValueAsString(claims))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("accessToken").asString();
    }

    /** A request to a path of it. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).timeout(PATIENCE);
    }

    /** What is answered to a request. */
    HttpResponse<String> sends(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** What is answered without a token. */
    HttpResponse<String> get(String path) throws Exception {
        return sends(request(path));
    }

    /** What is answered to somebody with this token. */
    HttpResponse<String> asks(String token, String path) throws Exception {
        return sends(request(path).header("Authorization", "Bearer " + token));
    }

    /** Has a resource written, with success. */
    void writes(String token, String path, String body) throws Exception {
        HttpResponse<String> answer =
                sends(
                        request(path)
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    /** What is answered to somebody with this token, with success. */
    JsonNode reads(String token, String path) throws Exception {
        HttpResponse<String> answer = asks(token, path);
        assertThat(answer.statusCode()).as("%s answered %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /**
     * Ends it as it is ended from outside, and waits until it is gone; who asks may go on asking.
     */
    void end() {
        program.close();
    }

    @Override
    public void close() {
        http.close();
        program.close();
    }
}
