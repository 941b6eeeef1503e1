package jp.tenken.edge.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.tenken.kernel.Violation;

/**
 * A request that the edge itself turns down, before any command or query saw it. Its HTTP status is
 * that of its code in the {@link ProblemCatalogue}.
 *
 * <p>Carries no stack trace: it is an answer, not a fault, and is thrown for every bad request.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, String> parameters;
    private final transient List<Violation> violations;
    private final transient Map<String, String> headers;

    private Refusal(
            String code,
            Map<String, String> parameters,
            List<Violation> violations,
            Map<String, String> headers) {
        super(code, null, false, false);
        this.code = code;
        this.parameters = Map.copyOf(parameters);
        this.violations = List.copyOf(violations);
        this.headers = Map.copyOf(headers);
    }

    /** A refusal whose text needs no values. */
    public static Refusal of(String code) {
        return new Refusal(code, Map.of(), List.of(), Map.of());
    }

    /** A refusal with one value for its text. */
    public static Refusal of(String code, String name, Object value) {
        return new Refusal(code, Map.of(name, String.valueOf(value)), List.of(), Map.of());
    }

    /** A refusal because of one field; its code is the problem's, too. */
    public static Refusal field(String field, String code) {
        return of(List.of(Violation.of(field, code)));
    }

    /**
     * A refusal because of fields of the body. When all say the same, that is the problem's code,
     * so that a client can react to {@code reason-required} without looking into the list; else it
     * is {@code body-invalid}.
     *
     * @param violations at least one
     */
    public static Refusal of(List<Violation> violations) {
        TreeSet<String> codes = new TreeSet<>();
        violations.forEach(violation -> codes.add(violation.code()));
        String code = codes.size() == 1 ? codes.first() : "body-invalid";
        Map<String, String> parameters = new LinkedHashMap<>(violations.getFirst().parameters());
        parameters.putIfAbsent("field", violations.getFirst().field());
        return new Refusal(code, parameters, violations, Map.of());
    }

    /** The same refusal with one more answer header, such as {@code Retry-After}. */
    public Refusal header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Refusal(code, parameters, violations, more);
    }

    /** Stable kebab-case code. */
    public String code() {
        return code;
    }

    /** Named values for the texts of the code. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** The fields that are not as they must be; may be empty. */
    public List<Violation> violations() {
        return violations;
    }

    /** Further headers of the answer. */
    public Map<String, String> headers() {
        return headers;
    }
}
