package jp.tenken.query.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.tenken.edge.Request;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.calendar.JapaneseCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters that have a form. One that is not sent is null; one that has not its form is
 * refused with a violation that names it.
 */
public final class Parameters {

    private static final String INVALID = "parameter-invalid";
    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2999-12-31T15:00:00Z");

    private Parameters() {}

    /**
     * A parameter with a type of the kernel.
     *
     * @param of the type's factory, which refuses what is not of its form
     */
    public static <T> @Nullable T of(Request request, String name, Function<String, T> of) {
        String text = request.parameter(name);
        return text == null ? null : Rejection.inField(name, () -> of.apply(text));
    }

    /** A word of an enumeration in lower case; refuses others with {@code parameter-invalid}. */
    public static <T extends Enum<T>> @Nullable T word(
            Request request, String name, Class<T> type) {
        String text = request.parameter(name);
        if (text == null) {
            return null;
        }
        for (T constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        throw invalid(name);
    }

    /** A year of four digits, 1000 to 2999; refuses others with {@code parameter-invalid}. */
    public static @Nullable Integer year(Request request, String name) {
        String text = request.parameter(name);
        if (text == null) {
            return null;
        }
        if (!YEAR.matcher(text).matches()) {
            throw invalid(name);
        }
        return Integer.valueOf(text);
    }

    /**
     * The beginning of a span: an instant, or a date that means the beginning of that day in Tokyo.
     * Refuses others with {@code parameter-invalid}.
     */
    public static @Nullable Instant from(Request request, String name) {
        return instant(request, name, JapaneseCalendar::startOf);
    }

    /**
     * The end of a span, inclusive: an instant, or a date that means the end of that day in Tokyo.
     * Refuses others with {@code parameter-invalid}.
     */
    public static @Nullable Instant to(Request request, String name) {
        return instant(request, name, JapaneseCalendar::endOf);
    }

    /** A day, {@code 2026-04-01}; refuses others with {@code parameter-invalid}. */
    public static @Nullable LocalDate date(Request request, String name) {
        String text = request.parameter(name);
        if (text == null) {
            return null;
        }
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException noSuchDay) {
            throw invalid(name);
        }
        throw invalid(name);
    }

    /** {@code true} or {@code false}; refuses others with {@code parameter-invalid}. */
    public static @Nullable Boolean flag(Request request, String name) {
        String text = request.parameter(name);
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw invalid(name);
        };
    }

    private static @Nullable Instant instant(
            Request request, String name, Function<LocalDate, Instant> ofDay) {
        String text = request.parameter(name);
        if (text == null) {
            return null;
        }
        try {
            Instant instant =
                    DATE.matcher(text).matches()
                            ? ofDay.apply(LocalDate.parse(text))
                            // A plus sign that nobody escaped arrives as a space.
                            : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw invalid(name);
            }
            return instant;
        } catch (DateTimeException neither) {
            throw invalid(name);
        }
    }

    /** What a parameter without its form is refused with: 400 {@code parameter-invalid}. */
    public static Refusal invalid(String name) {
        return Refusal.field(name, INVALID);
    }
}
