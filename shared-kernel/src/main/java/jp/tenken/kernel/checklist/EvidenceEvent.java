package jp.tenken.kernel.checklist;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.EvidenceId;

/** What happens to the evidence of a contract; it leaves the checklist's version as it is. */
public sealed interface EvidenceEvent permits EvidenceReferenced, EvidenceWithdrawn {

    /** The namespace of these events' names. */
    String NAMESPACE = ChecklistEvent.NAMESPACE;

    /** Whose evidence it is. */
    ContractId contractId();

    /** Which reference. */
    EvidenceId evidenceId();
}
