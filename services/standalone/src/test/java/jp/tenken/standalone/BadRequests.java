package jp.tenken.standalone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What can be wrong about any request, made out of one that is right. */
final class BadRequests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOO_DEEP = "[".repeat(40) + "]".repeat(40);
    private static final int TOO_LARGE = 2_500_000;
    private static final int TOO_LONG = 100_001;

    private BadRequests() {}

    /**
     * A request that must be refused.
     *
     * @param what is wrong about it
     * @param headers by name
     * @param type of the body; null = no body
     * @param body what is sent
     * @param status of the answer
     * @param code of the problem; null = any of the catalogue
     */
    record Bad(
            String what,
            Map<String, String> headers,
            @Nullable String type,
            byte[] body,
            int status,
            @Nullable String code) {

        static Bad asking(String what, @Nullable String code) {
            return new Bad(what, Map.of(), null, new byte[0], 400, code);
        }

        static Bad sending(
                String what, String type, byte[] body, int status, @Nullable String code) {
            return new Bad(what, Map.of(), type, body, status, code);
        }

        Bad with(String name, String value) {
            return new Bad(name + ": " + value, Map.of(name, value), type, body, status, code);
        }
    }

    /** Bodies instead of a JSON object that would be accepted. */
    static List<Bad> insteadOf(String good) {
        ObjectNode object = (ObjectNode) JSON.readTree(good);
        List<Bad> all = new ArrayList<>();
        all.add(json("cut off", good.substring(0, good.length() - 1), "body-malformed"));
        all.add(json("two values", good + " {}", "body-malformed"));
        all.add(json("a list", "[" + good + "]", "body-not-an-object"));
        all.add(json("too deep", with(object, "nobodys", TOO_DEEP), "body-too-deep"));
        all.add(json("an unknown field", with(object, "nobodys", "1"), "field-unknown"));
        all.add(json("a field twice", "{\"nobodys\":1,\"nobodys\":2}", "body-duplicate-field"));
        byte[] halfACharacter = with(object, "nobodys", "\"?\"").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < halfACharacter.length; i++) {
            if (halfACharacter[i] == '?') {
                halfACharacter[i] = (byte) 0xE3;
            }
        }
        all.add(Bad.sending("no UTF-8", "application/json", halfACharacter, 400, "body-encoding"));
        all.add(
                Bad.sending(
                        "too large",
                        "application/json",
                        bytes(with(object, "nobodys", "\"" + "x".repeat(TOO_LARGE) + "\"")),
                        413,
                        "body-too-large"));
        all.add(Bad.sending("no JSON", "text/plain", bytes(good), 415, "content-type-unsupported"));
        for (String field : object.propertyNames()) {
            all.addAll(instead(object, field));
        }
        return all;
    }

    /** Bodies instead of a filled form. */
    static List<Bad> insteadOfAForm() {
        String form = "text/markdown";
        return List.of(
                Bad.sending("no table", form, bytes("# x"), 400, "import-table-missing"),
                Bad.sending("no UTF-8", form, new byte[] {-1, -2}, 400, "body-encoding"),
                Bad.sending("nothing", form, new byte[0], 400, "body-missing"),
                Bad.sending("too large", form, new byte[TOO_LARGE], 413, "body-too-large"),
                Bad.sending(
                        "JSON", "application/json", bytes("{}"), 415, "content-type-unsupported"));
    }

    /** Bodies where none belongs. */
    static List<Bad> insteadOfNothing() {
        return List.of(json("a body", "{\"nobodys\":1}", "body-not-expected"));
    }

    /** The fields of a JSON object that are texts. */
    static List<String> texts(String good) {
        JsonNode object = JSON.readTree(good);
        return object.propertyNames().stream()
                .filter(field -> object.path(field).isString())
                .toList();
    }

    /** The object without one of its fields. */
    static byte[] without(String field, String good) {
        ObjectNode object = (ObjectNode) JSON.readTree(good);
        object.remove(field);
        return bytes(JSON.writeValueAsString(object));
    }

    /** The object with a text of white space, the ideographic one too. */
    static byte[] blank(String field, String good) {
        return bytes(with((ObjectNode) JSON.readTree(good), field, "\" \u3000\""));
    }

    /** One field with what cannot be its value. */
    private static List<Bad> instead(ObjectNode good, String field) {
        JsonNode value = good.path(field);
        List<Bad> all = new ArrayList<>();
        all.add(any(field + " is an object in a list", with(good, field, "[{\"nobodys\":1}]")));
        all.add(any(field + " is too deep", with(good, field, TOO_DEEP)));
        if (value instanceof ObjectNode inner) {
            all.add(
                    json(
                            field + " has an unknown field",
                            with(good, field, with(inner, "nobodys", "1")),
                            "field-unknown"));
        }
        if (value.path(0) instanceof ObjectNode inner) {
            all.add(
                    json(
                            field + " has an entry with an unknown field",
                            with(good, field, "[" + with(inner, "nobodys", "1") + "]"),
                            "field-unknown"));
        }
        if (value.isString()) {
            all.add(any(field + " is a number", with(good, field, "7")));
            all.add(any(field + " has a null in it", with(good, field, "\"a\\u0000b\"")));
            all.add(any(field + " turns the line", with(good, field, "\"a\\u202eb\"")));
            all.add(any(field + " is half a pair", with(good, field, "\"\\ud842\"")));
            all.add(
                    any(
                            field + " is too long",
                            with(good, field, "\"" + "x".repeat(TOO_LONG) + "\"")));
        } else {
            all.add(any(field + " is a text", with(good, field, "\"x\"")));
            all.add(any(field + " is a number", with(good, field, "1.5")));
        }
        return all;
    }

    private static String with(ObjectNode good, String field, String json) {
        String marker = "4711-0815";
        return JSON.writeValueAsString(good.deepCopy().put(field, marker))
                .replace("\"" + marker + "\"", json);
    }

    private static Bad any(String what, String body) {
        return new Bad(what, Map.of(), "application/json", bytes(body), 400, null);
    }

    private static Bad json(String what, String body, String code) {
        return Bad.sending(what, "application/json", bytes(body), 400, code);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
