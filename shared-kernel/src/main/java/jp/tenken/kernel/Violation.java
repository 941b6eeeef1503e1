package jp.tenken.kernel;

import java.util.Map;

/**
 * One field or row that breaks a rule.
 *
 * @param field where: {@code reason}, {@code period.from}, {@code rows[7]}
 * @param code which rule, kebab-case and stable
 * @param parameters what the text of the rule names, for example {@code max}; may be empty
 */
public record Violation(String field, String code, Map<String, String> parameters) {

    /** Copies the parameters. */
    public Violation {
        parameters = Map.copyOf(parameters);
    }

    /** A violation whose text names nothing. */
    public static Violation of(String field, String code) {
        return new Violation(field, code, Map.of());
    }
}
