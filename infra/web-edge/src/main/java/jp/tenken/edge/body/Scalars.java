package jp.tenken.edge.body;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.TextValue;
import jp.tenken.kernel.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the single values of a request record: text, truth, whole numbers, days, instants and words
 * of an enumeration. Nothing is coerced: {@code "1"} is no number and {@code 1} no text.
 */
final class Scalars {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private static final ClassValue<Method> FACTORIES =
            new ClassValue<>() {
                @Override
                protected Method computeValue(Class<?> type) {
                    try {
                        return type.getMethod("of", String.class);
                    } catch (NoSuchMethodException e) {
                        throw new IllegalStateException(type + " has no factory of(String)", e);
                    }
                }
            };

    private Scalars() {}

    /** Whether a component of this type is read here. */
    static boolean reads(Class<?> type) {
        return type == String.class
                || type == boolean.class
                || type == Boolean.class
                || whole(type)
                || type == LocalDate.class
                || type == Instant.class
                || type.isEnum()
                || TextValue.class.isAssignableFrom(type);
    }

    /**
     * The value, or null after a violation was reported.
     *
     * @param node not null in JSON
     */
    static @Nullable Object read(
            String path, JsonNode node, Class<?> type, Consumer<Violation> violations) {
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean()
                    ? (Object) node.booleanValue()
                    : wrongType(path, "boolean", violations);
        }
        if (whole(type)) {
            return number(path, node, type, violations);
        }
        if (!node.isString()) {
            return wrongType(path, "string", violations);
        }
        String text = node.stringValue();
        if (!printable(text)) {
            violations.accept(Violation.of(path, "field-characters"));
            return null;
        }
        if (type == LocalDate.class) {
            return date(path, text, violations);
        }
        if (type == Instant.class) {
            return instant(path, text, violations);
        }
        if (TextValue.class.isAssignableFrom(type)) {
            return textValue(path, text, type, violations);
        }
        return type.isEnum() ? word(path, text, type, violations) : text;
    }

    private static boolean whole(Class<?> type) {
        return type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class;
    }

    private static @Nullable Object number(
            String path, JsonNode node, Class<?> type, Consumer<Violation> violations) {
        if (!node.isIntegralNumber()) {
            return wrongType(path, "integer", violations);
        }
        boolean small = type == int.class || type == Integer.class;
        if (small ? !node.canConvertToInt() : !node.canConvertToLong()) {
            violations.accept(
                    small
                            ? range(path, Integer.MIN_VALUE, Integer.MAX_VALUE)
                            : range(path, Long.MIN_VALUE, Long.MAX_VALUE));
            return null;
        }
        return small ? (Object) node.intValue() : (Object) node.longValue();
    }

    private static @Nullable Object date(String path, String text, Consumer<Violation> violations) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                violations.accept(range(path, EARLIEST, LATEST));
                return null;
            }
            return date;
        } catch (DateTimeException notADate) {
            violations.accept(Violation.of(path, "field-date"));
            return null;
        }
    }

    private static @Nullable Object instant(
            String path, String text, Consumer<Violation> violations) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() < EARLIEST.getYear() || time.getYear() > LATEST.getYear()) {
                violations.accept(range(path, EARLIEST, LATEST));
                return null;
            }
            return time.toInstant();
        } catch (DateTimeException notAnInstant) {
            violations.accept(Violation.of(path, "field-instant"));
            return null;
        }
    }

    private static @Nullable Object textValue(
            String path, String text, Class<?> type, Consumer<Violation> violations) {
        try {
            return FACTORIES.get(type).invoke(null, text);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Rejection no && no.kind() == Rejection.Kind.INVALID) {
                violations.accept(new Violation(path, no.code(), no.parameters()));
                return null;
            }
            throw new IllegalStateException(type + " breaks its contract", thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object word(
            String path, String text, Class<?> type, Consumer<Violation> violations) {
        List<String> words =
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                        .toList();
        int at = words.indexOf(text);
        if (at < 0) {
            violations.accept(
                    new Violation(
                            path, "field-value", Map.of("allowed", String.join(", ", words))));
            return null;
        }
        return type.getEnumConstants()[at];
    }

    // Half a surrogate pair has no UTF-8 form and a control character no meaning on paper.
    private static boolean printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            } else if (Character.isLowSurrogate(c)
                    || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
                return false;
            }
        }
        return true;
    }

    private static Violation range(String path, Object min, Object max) {
        return new Violation(
                path,
                "field-range",
                Map.of("min", String.valueOf(min), "max", String.valueOf(max)));
    }

    private static @Nullable Object wrongType(
            String path, String expected, Consumer<Violation> violations) {
        violations.accept(new Violation(path, "field-type", Map.of("expected", expected)));
        return null;
    }
}
