package jp.tenken.kernel.checklist;

import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextValue;

/** What kind of document a piece of evidence is. */
public enum EvidenceKind implements TextValue {
    /** The contract or its specification (契約書, 仕様書). */
    CONTRACT_DOCUMENT("contract_document"),
    /** The special provisions as attached (特記事項). */
    SPECIAL_PROVISIONS("special_provisions"),
    /** The contractor's acknowledgement of the security policy. */
    POLICY_ACKNOWLEDGEMENT("policy_acknowledgement"),
    /** Service, provider, region, governing law and conformity of a cloud service. */
    CLOUD_DECLARATION("cloud_declaration"),
    /** A certificate of a third party (第三者認証). */
    CERTIFICATE("certificate"),
    /** The record of an inspection (立入り調査). */
    INSPECTION_RECORD("inspection_record"),
    /** A status report (状況報告). */
    STATUS_REPORT("status_report"),
    /** Who is responsible and who handles (取扱責任者, 取扱者). */
    DESIGNATION_LIST("designation_list"),
    /** The workflow that the municipality issued (業務フロー). */
    WORKFLOW_DOCUMENT("workflow_document"),
    /** A transfer ledger or confirmation record (管理簿, 確認記録票). */
    TRANSFER_RECORD("transfer_record"),
    /** An erasure report (消去報告書). */
    ERASURE_REPORT("erasure_report"),
    /** The emergency contact structure (緊急時連絡体制). */
    EMERGENCY_PLAN("emergency_plan"),
    /** A network diagram, configuration or access matrix. */
    SYSTEM_DESCRIPTION("system_description"),
    /** A dated report on logs, monitoring or a vulnerability test. */
    ANALYSIS_REPORT("analysis_report"),
    /** Any other document. */
    OTHER("other");

    private final String value;

    EvidenceKind(String value) {
        this.value = value;
    }

    /** What this word means; {@code evidence-kind-invalid} where it is none. */
    public static EvidenceKind of(String value) {
        return TextValue.oneOf(values(), value, RejectionCodes.EVIDENCE_KIND_INVALID);
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
