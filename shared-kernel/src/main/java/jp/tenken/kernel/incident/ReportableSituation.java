package jp.tenken.kernel.incident;

import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextValue;

/**
 * The situations that must be reported (報告対象事態), each also where it only may have occurred;
 * information under advanced encryption is in none of them.
 */
public enum ReportableSituation implements TextValue {
    /** Special care-required personal information (要配慮個人情報) is among it. */
    SPECIAL_CARE_INFORMATION("special_care_information"),
    /** Unauthorised use may cause property damage. */
    PROPERTY_DAMAGE_RISK("property_damage_risk"),
    /** An act with a possibly wrongful purpose; its final report has the longer limit. */
    WRONGFUL_PURPOSE("wrongful_purpose"),
    /** More than 100 persons are concerned. */
    MORE_THAN_100_PERSONS("more_than_100_persons"),
    /** Information that an ordinance puts under special care (条例要配慮個人情報). */
    ORDINANCE_SPECIAL_CARE_INFORMATION("ordinance_special_care_information");

    private final String value;

    ReportableSituation(String value) {
        this.value = value;
    }

    /** What this word means; {@code situation-invalid} where it is none. */
    public static ReportableSituation of(String value) {
        return TextValue.oneOf(values(), value, RejectionCodes.SITUATION_INVALID);
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
