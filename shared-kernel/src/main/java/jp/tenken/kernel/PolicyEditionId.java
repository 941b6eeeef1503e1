package jp.tenken.kernel;

import java.util.regex.Pattern;

/**
 * A municipality's own id of an edition of a policy, special provisions, law or guideline, for
 * example {@code security-policy-2026.1}.
 *
 * @param value 1-60 letters, digits, {@code .}, {@code _} or {@code -}, beginning with a letter or
 *     digit, so that it is safe in a path
 */
public record PolicyEditionId(String value) implements TextValue {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    /** Refuses what is not of the form ({@code policy-edition-id-invalid}). */
    public PolicyEditionId {
        if (!FORM.matcher(value).matches()) {
            throw Rejection.invalid(RejectionCodes.POLICY_EDITION_ID_INVALID);
        }
    }

    /** The id of this text. */
    public static PolicyEditionId of(String value) {
        return new PolicyEditionId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
