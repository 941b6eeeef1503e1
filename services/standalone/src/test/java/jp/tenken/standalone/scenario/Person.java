package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody of a municipality, with a token. Paths are below the municipality, unless they begin
 * with {@code /v1}.
 */
final class Person {

    private final Program program;
    private final String base;
    private final String token;
    private final AtomicLong sequence;

    /**
     * Of a municipality.
     *
     * @param sequence highest that anybody there was told; follows what this person does
     */
    Person(Program program, String code, String token, AtomicLong sequence) {
        this.program = program;
        this.base = "/v1/municipalities/" + code;
        this.token = token;
        this.sequence = sequence;
    }

    /** Does it, with success. */
    JsonNode posts(String path, String body) throws Exception {
        return done(send("POST", path, body), path);
    }

    /** Does it, with success. */
    JsonNode puts(String path, String body) throws Exception {
        return done(send("PUT", path, body), path);
    }

    /**
     * Tries it.
     *
     * @param seen version that was seen before; null = whatever there is
     */
    HttpResponse<String> tries(String method, String path, String body, @Nullable Integer seen)
            throws Exception {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        if (seen != null) {
            request.header("If-Match", "\"" + seen + "\"");
        }
        HttpResponse<String> answer =
                program.send(
                        request.method(
                                method, BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
        answer.headers()
                .firstValue("Tenken-Sequence")
                .ifPresent(told -> sequence.accumulateAndGet(Long.parseLong(told), Math::max));
        return answer;
    }

    /** Tries it and is told why not. */
    JsonNode isRefused(int status, String code, String path, String body) throws Exception {
        HttpResponse<String> answer = send("POST", path, body);
        assertThat(answer.statusCode() + " " + Program.json(answer).path("code").asString(""))
                .as("%s answered %s", path, answer.body())
                .isEqualTo(status + " " + code);
        return Program.json(answer);
    }

    /** Asks for it and is told why not. */
    void isDenied(int status, String code, String path) throws Exception {
        HttpResponse<String> answer =
                program.send(
                        request(path)
                                .header("Tenken-Sequence-At-Least", Long.toString(sequence.get()))
                                .GET());
        assertThat(answer.statusCode() + " " + Program.json(answer).path("code").asString(""))
                .as("%s answered %s", path, answer.body())
                .isEqualTo(status + " " + code);
    }

    /** Reads what is written by now. */
    JsonNode reads(String path) throws Exception {
        return Program.json(gets(path));
    }

    /** Reads what is written by now, headers included. */
    HttpResponse<String> gets(String path) throws Exception {
        HttpRequest.Builder request = request(path).GET();
        if (!path.startsWith("/v1")) {
            request.header("Tenken-Sequence-At-Least", Long.toString(sequence.get()));
        }
        HttpResponse<String> answer = program.send(request);
        assertThat(answer.statusCode()).as("%s answered %s", path, answer.body()).isEqualTo(200);
        return answer;
    }

    private JsonNode done(HttpResponse<String> answer, String path) {
        assertThat(answer.statusCode())
                .as("%s answered %s", path, answer.body())
                .isBetween(200, 201);
        long written = Long.parseLong(answer.headers().firstValue("Tenken-Sequence").orElseThrow());
        sequence.accumulateAndGet(written, Math::max);
        return Program.json(answer);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = request(path);
        if (body.isEmpty()) {
            return program.send(request.method(method, BodyPublishers.noBody()));
        }
        return program.send(
                request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(String path) {
        return program.request(path.startsWith("/v1") ? path : base + path)
                .header("Authorization", "Bearer " + token);
    }
}
