package jp.tenken.kernel.contract;

import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextValue;

/** How a contract came to its end. */
public enum ClosureKind implements TextValue {
    /** It was performed to its end. */
    COMPLETED("completed"),
    /** It was ended before its time. */
    TERMINATED("terminated"),
    /** It was prepared but never concluded. */
    NOT_CONCLUDED("not_concluded"),
    /** It should not have been registered. */
    REGISTERED_IN_ERROR("registered_in_error");

    private final String value;

    ClosureKind(String value) {
        this.value = value;
    }

    /** What this word means; {@code closure-kind-invalid} where it is none. */
    public static ClosureKind of(String value) {
        return TextValue.oneOf(values(), value, RejectionCodes.CLOSURE_KIND_INVALID);
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
