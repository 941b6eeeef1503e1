package jp.tenken.standalone;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * The people of the try-out at work: each writes over HTTP with a token of their own, each step
 * under an idempotency key of its own, so that a start which was broken off goes on where it was.
 *
 * <p>Thread-safe.
 */
final class TryOutPeople {

    /**
     * Somebody.
     *
     * @param subject as the token has it
     * @param name as the token has it
     * @param role the only role
     * @param municipalities codes
     * @param departments {@code code/departmentCode}
     */
    record Person(
            String subject,
            String name,
            String role,
            List<String> municipalities,
            List<String> departments) {}

    /**
     * Something that somebody sends.
     *
     * @param name of the step, never used twice; it makes the idempotency key
     * @param path below the municipality or whole, with the query encoded
     * @param body a JSON object, or the bytes of a filled form
     */
    record Step(String name, HttpMethod method, String path, Object body) {

        static Step put(String name, String path, Map<String, Object> body) {
            return new Step(name, HttpMethod.PUT, path, body);
        }

        static Step post(String name, String path, Map<String, Object> body) {
            return new Step(name, HttpMethod.POST, path, body);
        }
    }

    private record Token(String accessToken) {}

    private record Written(String id) {}

    private static final MediaType MARKDOWN =
            MediaType.parseMediaType("text/markdown;charset=UTF-8");

    private final WebClient http;
    private final String baseUrl;
    private final Map<Person, Mono<String>> tokens = new ConcurrentHashMap<>();

    /** Against the running service. */
    TryOutPeople(String baseUrl) {
        this.baseUrl = baseUrl;
        this.http = WebClient.create();
    }

    /**
     * Lets somebody do something.
     *
     * @return the id of what was written, by this start or by an earlier one
     */
    Mono<String> does(Person person, Step step) {
        MediaType type = step.body() instanceof byte[] ? MARKDOWN : MediaType.APPLICATION_JSON;
        return token(person)
                .flatMap(
                        token ->
                                http.method(step.method())
                                        .uri(URI.create(baseUrl + step.path()))
                                        .headers(headers -> headers.setBearerAuth(token))
                                        .header("Idempotency-Key", "try-out-" + step.name())
                                        .contentType(type)
                                        .bodyValue(step.body())
                                        .exchangeToMono(answer -> id(step, answer)));
    }

    private static Mono<String> id(Step step, ClientResponse answer) {
        return answer.statusCode().is2xxSuccessful()
                ? answer.bodyToMono(Written.class).map(Written::id)
                : answer.bodyToMono(String.class)
                        .defaultIfEmpty("")
                        .flatMap(
                                said ->
                                        Mono.error(
                                                new IllegalStateException(
                                                        "%s was answered %s %s"
                                                                .formatted(
                                                                        step.name(),
                                                                        answer.statusCode(),
                                                                        said))));
    }

    private Mono<String> token(Person person) {
        return tokens.computeIfAbsent(person, asked -> newToken(asked).cache());
    }

    private Mono<String> newToken(Person person) {
        return http.post()
                .uri(URI.create(baseUrl + "/dev/tokens"))
                .bodyValue(
                        Map.of(
                                "subject", person.subject(),
                                "name", person.name(),
                                "municipalities", person.municipalities(),
                                "roles", List.of(person.role()),
                                "departments", person.departments()))
                .retrieve()
                .bodyToMono(Token.class)
                .map(Token::accessToken);
    }

    /** A JSON object of alternating names and values, in their order. */
    static Map<String, Object> body(Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return body;
    }
}
