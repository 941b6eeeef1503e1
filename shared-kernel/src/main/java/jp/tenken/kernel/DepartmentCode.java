package jp.tenken.kernel;

import java.util.regex.Pattern;

/**
 * A municipality's own code of a department (所管課), for example {@code 0101}; unique within the
 * municipality.
 *
 * @param value 1-20 half-width digits, letters or {@code -}, beginning with a digit or letter
 */
public record DepartmentCode(String value) implements TextValue, Comparable<DepartmentCode> {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,19}");

    /** Refuses what is not of the form ({@code department-code-invalid}). */
    public DepartmentCode {
        if (!FORM.matcher(value).matches()) {
            throw Rejection.invalid(RejectionCodes.DEPARTMENT_CODE_INVALID);
        }
    }

    /** The code of this text; leading zeros count. */
    public static DepartmentCode of(String value) {
        return new DepartmentCode(value);
    }

    @Override
    public int compareTo(DepartmentCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
