package jp.tenken.kernel;

import java.util.List;

/**
 * The codes with which the domain says no. A code is for ever: clients, texts and documents use it.
 *
 * <p>The web edge has a text in Japanese and English for each; {@link #all()} lets its test see
 * that none is missing.
 */
public final class RejectionCodes {

    /** Not six half-width digits with a right check digit. */
    public static final String MUNICIPALITY_CODE_INVALID = "municipality-code-invalid";

    /** Not one of the kinds of municipality. */
    public static final String MUNICIPALITY_KIND_INVALID = "municipality-kind-invalid";

    /** Nothing is onboarded here. */
    public static final String MUNICIPALITY_NOT_FOUND = "municipality-not-found";

    /** Onboarded before, with other facts. */
    public static final String MUNICIPALITY_ALREADY_ONBOARDED = "municipality-already-onboarded";

    /** Not of the form of a tenant. */
    public static final String TENANT_ID_INVALID = "tenant-id-invalid";

    /** Not of the form of a department code. */
    public static final String DEPARTMENT_CODE_INVALID = "department-code-invalid";

    /** The municipality has no such department; the field names it. */
    public static final String DEPARTMENT_UNKNOWN = "department-unknown";

    /** Not of the form of a contract id. */
    public static final String CONTRACT_ID_INVALID = "contract-id-invalid";

    /** The municipality has no such contract. */
    public static final String CONTRACT_NOT_FOUND = "contract-not-found";

    /** A contract with this id exists, with other facts. */
    public static final String CONTRACT_ALREADY_REGISTERED = "contract-already-registered";

    /** Not of the form of a contractor id. */
    public static final String CONTRACTOR_ID_INVALID = "contractor-id-invalid";

    /** The municipality knows no such contractor. */
    public static final String CONTRACTOR_UNKNOWN = "contractor-unknown";

    /** Neither a contractor's id nor its name. */
    public static final String CONTRACTOR_REQUIRED = "contractor-required";

    /** Not 13 half-width digits with a right check digit. */
    public static final String CORPORATE_NUMBER_INVALID = "corporate-number-invalid";

    /** The period ends before it begins. */
    public static final String PERIOD_INVALID = "period-invalid";

    /** A number outside {@code min} to {@code max}. */
    public static final String NUMBER_OUT_OF_RANGE = "number-out-of-range";

    /** A text that must be there is not. */
    public static final String TEXT_REQUIRED = "text-required";

    /** A text of more than {@code max} characters. */
    public static final String TEXT_TOO_LONG = "text-too-long";

    /** A text with control characters, broken surrogates or characters that reorder the line. */
    public static final String TEXT_NOT_PRINTABLE = "text-not-printable";

    /** More than {@code max} entries. */
    public static final String TOO_MANY_ENTRIES = "too-many-entries";

    /** The municipality adopted no template of this id. */
    public static final String TEMPLATE_UNKNOWN = "template-unknown";

    /** The checklist's template has no such item. */
    public static final String ITEM_UNKNOWN = "item-unknown";

    /** The checklist has no such revision, or none is in force. */
    public static final String REVISION_NOT_FOUND = "revision-not-found";

    /** Not an answer. */
    public static final String ANSWER_INVALID = "answer-invalid";

    /** A decision says implement or not_needed; undecided is the absence of one. */
    public static final String ANSWER_NOT_A_DECISION = "answer-not-a-decision";

    /** － needs a reason. */
    public static final String REASON_REQUIRED = "reason-required";

    /** There is nothing to explain before the first submission. */
    public static final String CHANGE_REASON_NOT_APPLICABLE = "change-reason-not-applicable";

    /** Decided on version {@code expected}, the latest is {@code actual}. */
    public static final String VERSION_STALE = "version-stale";

    /** In this municipality, but not of the caller's departments or contracts. */
    public static final String OUT_OF_SCOPE = "out-of-scope";

    /** Not a role. */
    public static final String ROLE_UNKNOWN = "role-unknown";

    /** Rows of the filled form are in error; nothing was stored. */
    public static final String IMPORT_ROWS_INVALID = "import-rows-invalid";

    /** The document holds no table of a filled form. */
    public static final String IMPORT_TABLE_MISSING = "import-table-missing";

    /** The row's text is no item of the checklist. */
    public static final String ROW_ITEM_UNKNOWN = "row-item-unknown";

    /** The item {@code itemCode} has a row already. */
    public static final String ROW_ITEM_REPEATED = "row-item-repeated";

    /** The item {@code itemCode} has no row. */
    public static final String ROW_ITEM_MISSING = "row-item-missing";

    /** The answer column holds neither ○ nor － nor nothing. */
    public static final String ROW_SYMBOL_UNREADABLE = "row-symbol-unreadable";

    private RejectionCodes() {}

    /** Every code above. */
    public static List<String> all() {
        return List.of(
                MUNICIPALITY_CODE_INVALID,
                MUNICIPALITY_KIND_INVALID,
                MUNICIPALITY_NOT_FOUND,
                MUNICIPALITY_ALREADY_ONBOARDED,
                TENANT_ID_INVALID,
                DEPARTMENT_CODE_INVALID,
                DEPARTMENT_UNKNOWN,
                CONTRACT_ID_INVALID,
                CONTRACT_NOT_FOUND,
                CONTRACT_ALREADY_REGISTERED,
                CONTRACTOR_ID_INVALID,
                CONTRACTOR_UNKNOWN,
                CONTRACTOR_REQUIRED,
                CORPORATE_NUMBER_INVALID,
                PERIOD_INVALID,
                NUMBER_OUT_OF_RANGE,
                TEXT_REQUIRED,
                TEXT_TOO_LONG,
                TEXT_NOT_PRINTABLE,
                TOO_MANY_ENTRIES,
                TEMPLATE_UNKNOWN,
                ITEM_UNKNOWN,
                REVISION_NOT_FOUND,
                ANSWER_INVALID,
                ANSWER_NOT_A_DECISION,
                REASON_REQUIRED,
                CHANGE_REASON_NOT_APPLICABLE,
                VERSION_STALE,
                OUT_OF_SCOPE,
                ROLE_UNKNOWN,
                IMPORT_ROWS_INVALID,
                IMPORT_TABLE_MISSING,
                ROW_ITEM_UNKNOWN,
                ROW_ITEM_REPEATED,
                ROW_ITEM_MISSING,
                ROW_SYMBOL_UNREADABLE);
    }
}
