package jp.tenken.kernel;

import java.util.regex.Pattern;

/**
 * One contractor (受託者) as a municipality knows it.
 *
 * <p>A new contractor's id follows from its corporate number, or from its name where it has none,
 * so that two registrations of the same contractor need no agreement about the id.
 *
 * @param value 1-64 letters, digits, {@code _} or {@code -}
 */
public record ContractorId(String value) implements TextValue {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /** Refuses what is not of the form ({@code contractor-id-invalid}). */
    public ContractorId {
        if (!FORM.matcher(value).matches()) {
            throw Rejection.invalid(RejectionCodes.CONTRACTOR_ID_INVALID);
        }
    }

    /** The id of this text. */
    public static ContractorId of(String value) {
        return new ContractorId(value);
    }

    /**
     * The id of the contractor with this corporate number (13 digits), however it writes its name.
     */
    public static ContractorId ofCorporateNumber(String corporateNumber) {
        return new ContractorId(DerivedId.of("contractor-by-corporate-number", corporateNumber));
    }

    /** The id of the contractor of this name, which gave no corporate number. */
    public static ContractorId ofName(String name) {
        return new ContractorId(DerivedId.of("contractor-by-name", name));
    }

    @Override
    public String toString() {
        return value;
    }
}
