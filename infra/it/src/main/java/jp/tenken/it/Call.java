package jp.tenken.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as it goes out, byte for byte. Immutable.
 *
 * @param method of HTTP
 * @param path with the query, escaped
 * @param headers in order; a name may come twice
 * @param body null = none
 */
public record Call(String method, String path, List<Header> headers, byte @Nullable [] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A header.
     *
     * @param name of the header
     * @param value of the header
     */
    public record Header(String name, String value) {}

    /** Reads. */
    public static Call get(String path) {
        return new Call("GET", path, List.of(), null);
    }

    /** Makes something new, with a JSON body. */
    public static Call post(String path, Map<String, ?> body) {
        return new Call("POST", path, List.of(), null).json(body);
    }

    /** Sets something, with a JSON body. */
    public static Call put(String path, Map<String, ?> body) {
        return new Call("PUT", path, List.of(), null).json(body);
    }

    /** The same with another header. */
    public Call with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Call(method, path, List.copyOf(more), body);
    }

    /** The same with a bearer token. */
    public Call as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same with an {@code Idempotency-Key}; null = without. */
    public Call key(@Nullable String key) {
        return key == null ? this : with("Idempotency-Key", key);
    }

    /** The same with an {@code If-Match}; null = without. */
    public Call ifMatch(@Nullable Long version) {
        return version == null ? this : with("If-Match", "\"" + version + "\"");
    }

    /** The same with another body, as it is. */
    public Call body(String type, byte[] bytes) {
        List<Header> others =
                new ArrayList<>(
                        headers.stream()
                                .filter(header -> !header.name().equals("Content-Type"))
                                .toList());
        others.add(new Header("Content-Type", type));
        return new Call(method, path, List.copyOf(others), bytes);
    }

    /** The same with another text as its body. */
    public Call body(String type, String text) {
        return body(type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a JSON body. */
    public Call json(Map<String, ?> value) {
        return body("application/json", JSON.writeValueAsBytes(value));
    }
}
