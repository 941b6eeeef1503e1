package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.standalone.PermissionLines.Line;
import jp.tenken.standalone.WalkedThings.Things;

/** Puts things where a line of {@code permissions.txt} names them. */
final class WalkedPaths {

    private WalkedPaths() {}

    /** Its request with the things in it. */
    static String filled(String request, Things things) {
        String filled = request;
        for (Map.Entry<String, String> value : things.values().entrySet().stream().toList()) {
            filled = filled.replaceAll("\\$" + value.getKey() + "\\b", value.getValue());
        }
        assertThat(filled).as("every placeholder is known").doesNotContain("$");
        return filled;
    }

    /** Its path in this municipality, to these things. */
    static String path(Line line, String code, Things things) {
        StringBuilder path = new StringBuilder();
        String before = "";
        for (String segment : line.template().substring(1).split("/", -1)) {
            path.append('/')
                    .append(segment.startsWith("{") ? value(before, code, things) : segment);
            path.append(segment.startsWith("{") && segment.endsWith(".json") ? ".json" : "");
            before = segment;
        }
        return path.toString();
    }

    /** A path's variable, by what stands before it. */
    private static String value(String before, String code, Things things) {
        Map<String, String> values = things.values();
        return switch (before) {
            case "municipalities" -> code;
            case "departments" -> Objects.requireNonNull(values.get("department"));
            case "contracts" -> Objects.requireNonNull(values.get("contract"));
            case "contractors" -> Objects.requireNonNull(values.get("contractor"));
            case "incidents" -> Objects.requireNonNull(values.get("incident"));
            case "consultations" -> Objects.requireNonNull(values.get("consultation"));
            case "evidence" -> Objects.requireNonNull(values.get("evidence"));
            case "events" -> Objects.requireNonNull(values.get("event"));
            case "items" -> "OPS-01";
            case "policy-editions" -> "walked-" + values.get("n");
            case "persons" -> "walked-" + values.get("n");
            case "templates" -> BuiltInTemplates.SHINJUKU;
            case "versions", "{eventType}" -> "1";
            case "problems" -> "token-missing";
            case "schemas" -> "tenken.checklist.ItemDecided";
            default -> throw new IllegalStateException("the walk knows no " + before);
        };
    }
}
