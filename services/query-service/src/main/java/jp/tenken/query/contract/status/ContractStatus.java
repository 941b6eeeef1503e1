package jp.tenken.query.contract.status;

import java.util.Locale;

/** How a contract stands, worst first: of several that apply, the first one is shown. */
public enum ContractStatus {
    /** An incident is not closed. */
    INCIDENT_OPEN,
    /** Something that was due has not been done. */
    OVERDUE,
    /** A consultation waits for its outcome. */
    CONSULTATION_OPEN,
    /** Items of the checklist are blank. */
    UNDECIDED_ITEMS,
    /** Facts or texts changed after items were decided. */
    STALE,
    /** Evidence that is due by now is missing. */
    EVIDENCE_MISSING,
    /** Nothing is open. */
    IN_ORDER,
    /** The contract is over. */
    CLOSED;

    /** How answers and filters call it: {@code undecided_items}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
