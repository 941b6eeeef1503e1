package jp.tenken.kernel;

import java.util.regex.Pattern;

/**
 * The six-digit code of a local public body (全国地方公共団体コード), for example {@code 131041} for 新宿区.
 *
 * <p>A text and never a number: leading zeros count. The last digit is a check digit over the first
 * five with the weights 6, 5, 4, 3, 2.
 *
 * @param value six half-width digits with a right check digit
 */
public record MunicipalityCode(String value) implements TextValue {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final int LARGEST_WEIGHT = 6;
    private static final int CHECKED_DIGITS = 5;

    /** Refuses another form or a wrong check digit ({@code municipality-code-invalid}). */
    public MunicipalityCode {
        if (!SIX_DIGITS.matcher(value).matches()
                || value.charAt(CHECKED_DIGITS) - '0' != checkDigitOf(value)) {
            throw Rejection.invalid(RejectionCodes.MUNICIPALITY_CODE_INVALID);
        }
    }

    /** The code of this text; full-width digits are refused, not normalised. */
    public static MunicipalityCode of(String value) {
        return new MunicipalityCode(value);
    }

    private static int checkDigitOf(String digits) {
        int sum = 0;
        for (int i = 0; i < CHECKED_DIGITS; i++) {
            sum += (digits.charAt(i) - '0') * (LARGEST_WEIGHT - i);
        }
        return (11 - sum % 11) % 10;
    }

    @Override
    public String toString() {
        return value;
    }
}
