package jp.tenken.edge.body;

import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One rendering for all writings of the same JSON value: names in order, no white space. So that a
 * client that repeats a request with another layout is still understood to repeat it.
 */
public final class CanonicalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CanonicalJson() {}

    /** The canonical bytes of a value, UTF-8. */
    public static byte[] bytes(JsonNode node) {
        StringBuilder text = new StringBuilder(256);
        write(node, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            text.append('{');
            String separator = "";
            for (String name : new TreeSet<>(node.propertyNames())) {
                text.append(separator).append(MAPPER.writeValueAsString(name)).append(':');
                write(node.required(name), text);
                separator = ",";
            }
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            String separator = "";
            for (JsonNode element : node) {
                text.append(separator);
                write(element, text);
                separator = ",";
            }
            text.append(']');
        } else {
            text.append(MAPPER.writeValueAsString(node));
        }
    }
}
