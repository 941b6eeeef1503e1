package jp.tenken.kernel;

import java.util.regex.Pattern;

/**
 * A consultation (協議) about one contract within a municipality; opaque.
 *
 * @param value 1-60 letters, digits, {@code .}, {@code _} or {@code -}, beginning with a letter or
 *     digit, so that it is safe in a path
 */
public record ConsultationId(String value) implements TextValue {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    /** Refuses what is not of the form ({@code consultation-id-invalid}). */
    public ConsultationId {
        if (!FORM.matcher(value).matches()) {
            throw Rejection.invalid(RejectionCodes.CONSULTATION_ID_INVALID);
        }
    }

    /** The id of this text. */
    public static ConsultationId of(String value) {
        return new ConsultationId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
