package jp.tenken.kernel.consultation;

import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextValue;

/** What a consultation is about. */
public enum Topic implements TextValue {
    /** What to do after an incident. */
    INCIDENT("incident"),
    /** Another measure than the agreed one. */
    MEASURE_CHANGE("measure_change"),
    /** What a new edition of a policy means for the contract. */
    POLICY_CHANGE("policy_change");

    private final String value;

    Topic(String value) {
        this.value = value;
    }

    /** What this word means; {@code topic-invalid} where it is none. */
    public static Topic of(String value) {
        return TextValue.oneOf(values(), value, RejectionCodes.TOPIC_INVALID);
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
