package jp.tenken.kernel.checklist;

import jp.tenken.kernel.ContractId;

/**
 * Everything that happens to a checklist; each raises the checklist's version by one.
 *
 * <p>Evidence is not among it ({@link EvidenceEvent}): who adds a document does not disturb who
 * reviews.
 */
public sealed interface ChecklistEvent
        permits ChecklistOpened,
                ItemDecided,
                ItemDecisionRevised,
                ItemReconfirmed,
                ChecklistSubmitted,
                ChecklistSubmissionWithdrawn,
                ChecklistSentBack,
                ChecklistApproved,
                ChecklistConfirmed,
                RevisionOpened,
                RevisionDiscarded {

    /** The namespace of these events' names. */
    String NAMESPACE = "tenken.checklist";

    /** Whose checklist it is: a contract has one. */
    ContractId contractId();

    /** In which revision it happened, from 1. */
    int revision();
}
