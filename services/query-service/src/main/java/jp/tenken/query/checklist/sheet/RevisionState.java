package jp.tenken.query.checklist.sheet;

/** Where a revision stands. */
public enum RevisionState {
    /** Items are being decided. */
    DRAFT,
    /** It waits for the first step of the approval path. */
    SUBMITTED,
    /** It waits for the last step of the approval path. */
    APPROVED,
    /** It is in force from its day on. */
    CONFIRMED
}
