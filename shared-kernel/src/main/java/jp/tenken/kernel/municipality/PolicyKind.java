package jp.tenken.kernel.municipality;

import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextValue;

/** What kind of rule an edition is of. */
public enum PolicyKind implements TextValue {
    /** The municipality's information security policy (情報セキュリティポリシー). */
    SECURITY_POLICY("security_policy"),
    /** The special provisions annexed to contracts (特記事項). */
    SPECIAL_PROVISIONS("special_provisions"),
    /** A law or ordinance. */
    LAW("law"),
    /** A guideline of a ministry or commission. */
    GUIDELINE("guideline");

    private final String value;

    PolicyKind(String value) {
        this.value = value;
    }

    /** What this word means; {@code policy-kind-invalid} where it is none. */
    public static PolicyKind of(String value) {
        return TextValue.oneOf(values(), value, RejectionCodes.POLICY_KIND_INVALID);
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
