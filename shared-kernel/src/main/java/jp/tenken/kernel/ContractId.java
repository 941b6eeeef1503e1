package jp.tenken.kernel;

import java.util.regex.Pattern;

/**
 * One outsourcing contract (委託契約) within a municipality; opaque.
 *
 * @param value 1-64 letters, digits, {@code _} or {@code -}
 */
public record ContractId(String value) implements TextValue {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /** Refuses what is not of the form ({@code contract-id-invalid}). */
    public ContractId {
        if (!FORM.matcher(value).matches()) {
            throw Rejection.invalid(RejectionCodes.CONTRACT_ID_INVALID);
        }
    }

    /** The id of this text. */
    public static ContractId of(String value) {
        return new ContractId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
