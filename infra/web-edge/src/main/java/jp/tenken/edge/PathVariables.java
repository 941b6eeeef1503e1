package jp.tenken.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.Rejection;

/**
 * The variables of path templates by what stands before them: {@code contracts/{id}} is a
 * contract's id. Values are checked before anything else about a request is, so that a mistyped
 * code never looks like a missing one.
 */
final class PathVariables {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int LONGEST_SUBJECT = 255;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private static final Map<String, Function<String, Object>> SYNTAX =
            Map.ofEntries(
                    Map.entry("municipalities/{code}", MunicipalityCode::of),
                    Map.entry("departments/{departmentCode}", DepartmentCode::of),
                    Map.entry("contracts/{id}", ContractId::of),
                    Map.entry("items/{itemCode}", ItemCode::of),
                    Map.entry("contractors/{contractorId}", ContractorId::of),
                    Map.entry("evidence/{evidenceId}", EvidenceId::of),
                    Map.entry("incidents/{id}", IncidentId::of),
                    Map.entry("consultations/{id}", ConsultationId::of),
                    Map.entry("policy-editions/{id}", PolicyEditionId::of),
                    Map.entry("versions/{n}", PathVariables::number),
                    Map.entry("persons/{personId}", PathVariables::subject),
                    Map.entry("{eventType}/{version}.json", PathVariables::number));

    private PathVariables() {}

    /**
     * How each variable of a template is read; a variable without a syntax of its own is a short
     * token. Behind a variable its segment may end in a suffix.
     */
    static Map<String, Function<String, Object>> of(String template) {
        Map<String, Function<String, Object>> readers = new LinkedHashMap<>();
        String before = "";
        for (String segment : template.split("/", -1)) {
            if (segment.startsWith("{")) {
                String name = segment.substring(1, segment.indexOf('}'));
                readers.put(
                        name, SYNTAX.getOrDefault(before + "/" + segment, PathVariables::token));
            }
            before = segment;
        }
        return readers;
    }

    /**
     * The values of a request's variables.
     *
     * @throws Rejection of kind {@code INVALID} naming the variable
     */
    static Map<String, Object> read(
            Map<String, Function<String, Object>> readers, Map<String, String> texts) {
        Map<String, Object> values = new LinkedHashMap<>();
        readers.forEach(
                (name, reader) ->
                        values.put(
                                name,
                                Rejection.inField(
                                        name, () -> reader.apply(texts.getOrDefault(name, "")))));
        return values;
    }

    private static Object token(String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw Refusal.of("path-invalid");
        }
        return text;
    }

    /** As tokens say it: other issuers put other characters into it. */
    private static Object subject(String text) {
        if (text.isBlank()
                || text.length() > LONGEST_SUBJECT
                || text.chars().anyMatch(c -> c == 0xFFFD || Character.isISOControl(c))) {
            throw Refusal.of("path-invalid");
        }
        return text;
    }

    private static Object number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw Refusal.of("path-invalid");
        }
        return Long.valueOf(text);
    }
}
