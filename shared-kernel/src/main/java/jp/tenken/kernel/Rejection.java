package jp.tenken.kernel;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A rule said no: the one exception of the domain.
 *
 * <p>It carries no sentence. The code is stable; texts in Japanese and English, and the HTTP status
 * of the kind, belong to the web edge. It has no stack trace, because it is an answer and not an
 * accident.
 */
public final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What sort of no it is. */
    public enum Kind {
        /** The request breaks a field rule, whatever the state. */
        INVALID,
        /** The caller may not do this here. */
        FORBIDDEN,
        /** What the request names does not exist, or not for this caller. */
        NOT_FOUND,
        /** The state forbids it. */
        CONFLICT,
        /** The caller decided on a version that is no longer the latest. */
        STALE
    }

    private final Kind kind;
    private final String code;
    private final transient Map<String, String> parameters;
    private final transient List<Violation> violations;

    /**
     * A no of any kind.
     *
     * @param kind what sort of no
     * @param code kebab-case, stable, catalogued
     * @param parameters what the text of the code names; may be empty
     * @param violations the fields at fault, where there are any
     */
    public Rejection(
            Kind kind, String code, Map<String, String> parameters, List<Violation> violations) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.parameters = Map.copyOf(parameters);
        this.violations = List.copyOf(violations);
    }

    /** The request breaks a rule that belongs to no field. */
    public static Rejection invalid(String code) {
        return new Rejection(Kind.INVALID, code, Map.of(), List.of());
    }

    /** The request breaks rules in these fields or rows. */
    public static Rejection invalid(String code, List<Violation> violations) {
        return new Rejection(Kind.INVALID, code, Map.of(), violations);
    }

    /** One field breaks the rule of this code. */
    public static Rejection invalidField(String field, String code) {
        return invalidField(field, code, Map.of());
    }

    /** One field breaks the rule of this code, whose text names the parameters. */
    public static Rejection invalidField(
            String field, String code, Map<String, String> parameters) {
        return new Rejection(
                Kind.INVALID, code, parameters, List.of(new Violation(field, code, parameters)));
    }

    /** The caller may not do this. */
    public static Rejection forbidden(String code) {
        return new Rejection(Kind.FORBIDDEN, code, Map.of(), List.of());
    }

    /** What the request names does not exist. */
    public static Rejection notFound(String code) {
        return new Rejection(Kind.NOT_FOUND, code, Map.of(), List.of());
    }

    /** The state forbids it. */
    public static Rejection conflict(String code) {
        return conflict(code, Map.of());
    }

    /** The state forbids it; the text of the code names the parameters. */
    public static Rejection conflict(String code, Map<String, String> parameters) {
        return new Rejection(Kind.CONFLICT, code, parameters, List.of());
    }

    /** The caller's version is not the latest ({@code version-stale}). */
    public static Rejection stale(long expected, long actual) {
        return new Rejection(
                Kind.STALE,
                RejectionCodes.VERSION_STALE,
                Map.of("expected", Long.toString(expected), "actual", Long.toString(actual)),
                List.of());
    }

    /**
     * Refuses a write that was decided on another version than the latest.
     *
     * @param expected what {@code If-Match} says; null = the caller does not care
     * @param actual the latest version; 0 where the resource does not exist yet
     */
    public static void requireVersion(@Nullable Long expected, long actual) {
        if (expected != null && expected != actual) {
            throw stale(expected, actual);
        }
    }

    /**
     * What the reading answers; a refusal by it names the field.
     *
     * @param field the field that is read, for example {@code departmentCode}
     * @param reading makes the value, or throws a rejection of kind {@link Kind#INVALID}
     */
    public static <T> T inField(String field, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Rejection rejection) {
            if (rejection.kind != Kind.INVALID) {
                throw rejection;
            }
            throw invalidField(field, rejection.code, rejection.parameters);
        }
    }

    /**
     * What the reading answers; the fields of a refusal by it stand under the path.
     *
     * @param path where the part is, for example {@code decisions[2]}
     * @param reading makes the value, or throws a rejection of kind {@link Kind#INVALID}
     */
    public static <T> T under(String path, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Rejection rejection) {
            if (rejection.kind != Kind.INVALID) {
                throw rejection;
            }
            throw new Rejection(
                    Kind.INVALID,
                    rejection.code,
                    rejection.parameters,
                    rejection.violations.stream()
                            .map(
                                    at ->
                                            new Violation(
                                                    path + "." + at.field(),
                                                    at.code(),
                                                    at.parameters()))
                            .toList());
        }
    }

    /** What sort of no it is. */
    public Kind kind() {
        return kind;
    }

    /** Which rule: kebab-case, stable. */
    public String code() {
        return code;
    }

    /** What the text of the code names; empty where it names nothing. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** The fields or rows at fault, in the order of the request; empty where none is. */
    public List<Violation> violations() {
        return violations;
    }
}
