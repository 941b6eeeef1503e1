package jp.tenken.kernel.consultation;

import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextValue;

/** Who speaks in a consultation. */
public enum Side implements TextValue {
    /** The entruster. */
    MUNICIPALITY("municipality"),
    /** 受託者. */
    CONTRACTOR("contractor");

    private final String value;

    Side(String value) {
        this.value = value;
    }

    /** What this word means; {@code side-invalid} where it is none. */
    public static Side of(String value) {
        return TextValue.oneOf(values(), value, RejectionCodes.SIDE_INVALID);
    }

    @Override
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}
