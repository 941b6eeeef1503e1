package jp.tenken.kernel;

import java.util.regex.Pattern;

/**
 * A reference to a piece of evidence (根拠資料) of one contract; opaque.
 *
 * @param value 1-60 letters, digits, {@code .}, {@code _} or {@code -}, beginning with a letter or
 *     digit, so that it is safe in a path
 */
public record EvidenceId(String value) implements TextValue {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    /** Refuses what is not of the form ({@code evidence-id-invalid}). */
    public EvidenceId {
        if (!FORM.matcher(value).matches()) {
            throw Rejection.invalid(RejectionCodes.EVIDENCE_ID_INVALID);
        }
    }

    /** The id of this text. */
    public static EvidenceId of(String value) {
        return new EvidenceId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
