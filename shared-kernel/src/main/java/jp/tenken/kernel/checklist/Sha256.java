package jp.tenken.kernel.checklist;

import java.util.Locale;
import java.util.regex.Pattern;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextValue;

/**
 * The SHA-256 of a document, by which it can be recognised later.
 *
 * @param value 64 hexadecimal digits; capitals are made small
 */
public record Sha256(String value) implements TextValue {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** Refuses what is not of the form ({@code digest-invalid}). */
    public Sha256 {
        value = value.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw Rejection.invalid(RejectionCodes.DIGEST_INVALID);
        }
    }

    /** The digest of this text. */
    public static Sha256 of(String value) {
        return new Sha256(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
