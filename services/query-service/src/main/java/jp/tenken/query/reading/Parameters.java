package jp.tenken.query.reading;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.tenken.edge.Request;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.kernel.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters that have a form. One that is not sent is null; one that has not its form is
 * refused with a violation that names it.
 */
public final class Parameters {

    private static final String INVALID = "parameter-invalid";
    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

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

    /** What a parameter without its form is refused with: 400 {@code parameter-invalid}. */
    public static Refusal invalid(String name) {
        return Refusal.field(name, INVALID);
    }
}
