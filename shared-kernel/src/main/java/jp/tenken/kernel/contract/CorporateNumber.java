package jp.tenken.kernel.contract;

import java.util.regex.Pattern;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextValue;

/**
 * The number of a Japanese corporation (法人番号), for example {@code 1180301018771}.
 *
 * <p>The first digit checks the twelve others.
 *
 * @param value 13 half-width digits with a right check digit
 */
public record CorporateNumber(String value) implements TextValue {

    private static final Pattern FORM = Pattern.compile("[0-9]{13}");
    private static final int LENGTH = 13;

    /** Refuses another form or a wrong check digit ({@code corporate-number-invalid}). */
    public CorporateNumber {
        if (!FORM.matcher(value).matches() || value.charAt(0) - '0' != checkDigitOf(value)) {
            throw Rejection.invalid(RejectionCodes.CORPORATE_NUMBER_INVALID);
        }
    }

    /** The number of this text. */
    public static CorporateNumber of(String value) {
        return new CorporateNumber(value);
    }

    private static int checkDigitOf(String digits) {
        int sum = 0;
        for (int fromRight = 1; fromRight < LENGTH; fromRight++) {
            int weight = fromRight % 2 == 1 ? 1 : 2;
            sum += (digits.charAt(LENGTH - fromRight) - '0') * weight;
        }
        return 9 - sum % 9;
    }

    @Override
    public String toString() {
        return value;
    }
}
