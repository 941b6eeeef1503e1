package jp.tenken.edge.security;

/**
 * What somebody may want to do: the lines of the permission table. An endpoint names exactly one.
 */
public enum Action {
    /** Read contracts, checklists, statuses, duties and forms. */
    READ_CONTRACTS,
    /** Read history, differences, exports and the annual report. */
    READ_HISTORY,
    /** Register, amend, close, renew, transfer and import contracts and their facts. */
    REGISTER_CONTRACT,
    /** Record evidence, designations, status reports, transfers, media returns and erasures. */
    RECORD_DUTY,
    /** Decide items, submit, withdraw a submission, open or discard a revision. */
    DECIDE,
    /** Send back or approve. */
    APPROVE,
    /** Confirm. */
    CONFIRM,
    /** Report an incident, add facts. */
    REPORT_INCIDENT,
    /** Classify, report, notify, publish, close an incident; accept and verify erasures. */
    HANDLE_INCIDENT,
    /** Open a consultation, propose. */
    OPEN_CONSULTATION,
    /** Agree, refuse, close a consultation. */
    SETTLE_CONSULTATION,
    /** Departments, approval path, operator grants, off-boarding. */
    MANAGE_MUNICIPALITY,
    /** Templates and policy editions. */
    MANAGE_TEMPLATES,
    /** Redaction and erasure of a person. */
    ERASE_PERSONAL_DATA,
    /** Read the access log. */
    READ_ACCESS_LOG,
    /** Read the feed and subscriptions. */
    READ_FEED,
    /** Make, verify and end subscriptions. */
    MANAGE_SUBSCRIPTIONS,
    /** The municipality's own names, kind and departments. */
    READ_MUNICIPALITY,
    /** Onboard a municipality. */
    ONBOARD_MUNICIPALITY,
    /** List all municipalities. */
    LIST_MUNICIPALITIES,
    /** See the overview of the own municipalities. */
    READ_OVERVIEW
}
