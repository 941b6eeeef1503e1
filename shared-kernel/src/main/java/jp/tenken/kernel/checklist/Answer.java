package jp.tenken.kernel.checklist;

import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextValue;

/** What stands in the answer column of an item. */
public enum Answer implements TextValue {
    /** Nobody decided yet; the form stays blank. */
    UNDECIDED("undecided", ""),
    /** The measure can and will be taken: a commitment, not a proof. */
    IMPLEMENT("implement", "\u25CB"),
    /** The measure is not needed here; the reason says why. */
    NOT_NEEDED("not_needed", "\uFF0D");

    private final String value;
    private final String symbol;

    Answer(String value, String symbol) {
        this.value = value;
        this.symbol = symbol;
    }

    /** The answer of this text; {@code answer-invalid} where there is none. */
    public static Answer of(String value) {
        for (Answer answer : values()) {
            if (answer.value.equals(value)) {
                return answer;
            }
        }
        throw Rejection.invalid(RejectionCodes.ANSWER_INVALID);
    }

    @Override
    public String value() {
        return value;
    }

    /** What is printed: nothing, ○ (U+25CB) or － (U+FF0D), exactly these. */
    public String symbol() {
        return symbol;
    }

    @Override
    public String toString() {
        return value;
    }
}
