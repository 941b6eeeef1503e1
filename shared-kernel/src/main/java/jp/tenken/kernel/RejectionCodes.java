package jp.tenken.kernel;

import java.lang.reflect.Field;
import java.util.Arrays;
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

    /** The municipality has no such department. */
    public static final String DEPARTMENT_NOT_FOUND = "department-not-found";

    /** The municipality has no such contractor. */
    public static final String CONTRACTOR_NOT_FOUND = "contractor-not-found";

    /** The municipality never adopted this version of a template. */
    public static final String TEMPLATE_NOT_FOUND = "template-not-found";

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

    /** The corporate number is that of the contractor {@code contractorId}. */
    public static final String CORPORATE_NUMBER_TAKEN = "corporate-number-taken";

    /** The period ends before it begins. */
    public static final String PERIOD_INVALID = "period-invalid";

    /** A number outside {@code min} to {@code max}. */
    public static final String NUMBER_OUT_OF_RANGE = "number-out-of-range";

    /** A text that must be there is not. */
    public static final String TEXT_REQUIRED = "text-required";

    /** The municipality has no contract of this id. */
    public static final String CONTRACT_UNKNOWN = "contract-unknown";

    /** Neither contracts nor all of them, or both. */
    public static final String CONTRACTS_REQUIRED = "contracts-required";

    /** Only the side that opened a consultation withdraws it. */
    public static final String CONSULTATION_OF_OTHER_SIDE = "consultation-of-other-side";

    /** A text of more than {@code max} characters. */
    public static final String TEXT_TOO_LONG = "text-too-long";

    /** A text with control characters, broken surrogates or characters that reorder the line. */
    public static final String TEXT_NOT_PRINTABLE = "text-not-printable";

    /** Somebody is called by something that is no subject of a token. */
    public static final String SUBJECT_INVALID = "subject-invalid";

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

    /** Not of the form of an incident id. */
    public static final String INCIDENT_ID_INVALID = "incident-id-invalid";

    /** Not of the form of a consultation id. */
    public static final String CONSULTATION_ID_INVALID = "consultation-id-invalid";

    /** Not of the form of an evidence id. */
    public static final String EVIDENCE_ID_INVALID = "evidence-id-invalid";

    /** Not of the form of a policy edition id. */
    public static final String POLICY_EDITION_ID_INVALID = "policy-edition-id-invalid";

    /** Not a kind of policy edition. */
    public static final String POLICY_KIND_INVALID = "policy-kind-invalid";

    /** Not a kind of closure. */
    public static final String CLOSURE_KIND_INVALID = "closure-kind-invalid";

    /** Not a kind of revision. */
    public static final String REVISION_KIND_INVALID = "revision-kind-invalid";

    /** Not a kind of evidence. */
    public static final String EVIDENCE_KIND_INVALID = "evidence-kind-invalid";

    /** Not a reportable situation. */
    public static final String SITUATION_INVALID = "situation-invalid";

    /** Not a topic of a consultation. */
    public static final String TOPIC_INVALID = "topic-invalid";

    /** Not a side of a consultation. */
    public static final String SIDE_INVALID = "side-invalid";

    /** Not 64 hexadecimal digits. */
    public static final String DIGEST_INVALID = "digest-invalid";

    /** Neither head and officer nor the head alone. */
    public static final String APPROVAL_PATH_INVALID = "approval-path-invalid";

    /** An edition of this id was issued with other content. */
    public static final String POLICY_EDITION_DIFFERS = "policy-edition-differs";

    /** The municipality issued no such edition. */
    public static final String POLICY_EDITION_NOT_FOUND = "policy-edition-not-found";

    /** The field names an edition that the municipality did not issue. */
    public static final String POLICY_EDITION_UNKNOWN = "policy-edition-unknown";

    /** The contract is at its end. */
    public static final String CONTRACT_CLOSED = "contract-closed";

    /** A list that must have an entry has none. */
    public static final String ENTRIES_REQUIRED = "entries-required";

    /** A list names the same twice. */
    public static final String ENTRY_REPEATED = "entry-repeated";

    /** A time that lies ahead where only what happened can be told. */
    public static final String INSTANT_IN_FUTURE = "instant-in-future";

    /** A decided item changes after the first submission, and nothing says why. */
    public static final String CHANGE_REASON_REQUIRED = "change-reason-required";

    /** Only the last step of the approval path takes a day. */
    public static final String EFFECTIVE_ON_NOT_APPLICABLE = "effective-on-not-applicable";

    /** Nothing is decided while the checklist is in review. */
    public static final String CHECKLIST_IN_REVIEW = "checklist-in-review";

    /** The latest revision is confirmed; one must be opened first. */
    public static final String REVISION_NOT_OPEN = "revision-not-open";

    /** A revision is open already. */
    public static final String REVISION_ALREADY_OPEN = "revision-already-open";

    /** The first revision has nothing to return to. */
    public static final String REVISION_NOT_DISCARDABLE = "revision-not-discardable";

    /** Items are undecided: {@code items}. */
    public static final String ITEMS_UNDECIDED = "items-undecided";

    /** The checklist is not submitted. */
    public static final String CHECKLIST_NOT_SUBMITTED = "checklist-not-submitted";

    /** The checklist is not approved. */
    public static final String CHECKLIST_NOT_APPROVED = "checklist-not-approved";

    /** Who submitted does not approve, who approved does not confirm. */
    public static final String DUTIES_NOT_SEPARATED = "duties-not-separated";

    /** The municipality's approval path has no confirmation. */
    public static final String NOT_IN_APPROVAL_PATH = "not-in-approval-path";

    /** The contract has no such evidence. */
    public static final String EVIDENCE_NOT_FOUND = "evidence-not-found";

    /** The municipality has no such incident. */
    public static final String INCIDENT_NOT_FOUND = "incident-not-found";

    /** The field names an incident that is not one of the contract. */
    public static final String INCIDENT_UNKNOWN = "incident-unknown";

    /** A consultation after an incident names it. */
    public static final String INCIDENT_REQUIRED = "incident-required";

    /** The incident is closed or withdrawn. */
    public static final String INCIDENT_NOT_OPEN = "incident-not-open";

    /**
     * An estimate that names no contract belongs to the only one; there are several, or it is told
     * twice.
     */
    public static final String PERSONS_ESTIMATE_AMBIGUOUS = "persons-estimate-ambiguous";

    /** Why an incident need not be reported must be said. */
    public static final String CLASSIFICATION_REASON_REQUIRED = "classification-reason-required";

    /** The municipality has no such consultation. */
    public static final String CONSULTATION_NOT_FOUND = "consultation-not-found";

    /** The field names a consultation that is not one of the contract. */
    public static final String CONSULTATION_UNKNOWN = "consultation-unknown";

    /** The consultation is no longer open. */
    public static final String CONSULTATION_NOT_OPEN = "consultation-not-open";

    /** The consultation is closed. */
    public static final String CONSULTATION_CLOSED = "consultation-closed";

    /** The municipality's history has no such event. */
    public static final String EVENT_NOT_FOUND = "event-not-found";

    /** The event holds no free text. */
    public static final String NOTHING_TO_REDACT = "nothing-to-redact";

    private RejectionCodes() {}

    /** Every code above, in no particular order. */
    public static List<String> all() {
        return Arrays.stream(RejectionCodes.class.getFields()).map(RejectionCodes::textOf).toList();
    }

    private static String textOf(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
