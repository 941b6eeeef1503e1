package jp.tenken.kernel.checklist;

import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextValue;

/** Why a checklist that was confirmed is opened again. */
public enum RevisionKind implements TextValue {
    /** A measure changes (対策の変更). */
    MEASURE_CHANGE("measure_change"),
    /** A policy, law or guideline changed. */
    POLICY_CHANGE("policy_change"),
    /** What was decided was a mistake. */
    CORRECTION("correction"),
    /** Personal information is handled otherwise than before. */
    FACTS_CHANGE("facts_change"),
    /** The template has another version. */
    TEMPLATE_CHANGE("template_change"),
    /** The contract goes on for another year. */
    RENEWAL("renewal");

    private final String value;

    RevisionKind(String value) {
        this.value = value;
    }

    /** What this word means; {@code revision-kind-invalid} where it is none. */
    public static RevisionKind of(String value) {
        return TextValue.oneOf(values(), value, RejectionCodes.REVISION_KIND_INVALID);
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
