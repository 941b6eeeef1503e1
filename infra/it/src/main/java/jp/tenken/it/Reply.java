package jp.tenken.it;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer.
 *
 * @param status of HTTP
 * @param headers of HTTP
 * @param body as it came; empty when there was none
 */
public record Reply(int status, HttpHeaders headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether what was asked for was done. */
    public boolean success() {
        return status / 100 == 2;
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** The code of a problem; empty when the answer is none. */
    public String code() {
        return header("Content-Type").startsWith("application/problem+json")
                ? json().path("code").asString("")
                : "";
    }

    /** The first header of this name; empty when there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Status and beginning of the body, for messages. */
    @Override
    public String toString() {
        String text = text();
        return status + " " + text.substring(0, Math.min(300, text.length()));
    }
}
