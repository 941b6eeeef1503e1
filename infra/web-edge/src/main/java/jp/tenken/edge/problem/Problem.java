package jp.tenken.edge.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of {@code application/problem+json} (RFC 9457).
 *
 * @param type path of the page that explains the code
 * @param title short text of the code
 * @param status HTTP status
 * @param detail what happened this time
 * @param code stable kebab-case code
 * @param violations the fields at fault; may be empty
 * @param incidentId under which an unexpected failure was logged; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<Field> violations,
        @Nullable String incidentId) {

    /** Copies the violations. */
    public Problem {
        violations = List.copyOf(violations);
    }

    /**
     * One field at fault.
     *
     * @param field where
     * @param code which rule
     * @param message the rule in the reader's language
     */
    public record Field(String field, String code, String message) {}
}
