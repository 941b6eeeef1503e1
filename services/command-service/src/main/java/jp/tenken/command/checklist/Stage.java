package jp.tenken.command.checklist;

/** How far the latest revision has come. */
public enum Stage {
    /** Its items are being decided. */
    DRAFT,
    /** It waits for the first step of the approval path. */
    SUBMITTED,
    /** It waits for the last step. */
    APPROVED,
    /** It is through; what comes next needs a new revision. */
    CONFIRMED
}
