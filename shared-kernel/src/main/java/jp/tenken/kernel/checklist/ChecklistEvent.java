package jp.tenken.kernel.checklist;

import jp.tenken.kernel.ContractId;

/** Everything that happens to a checklist; each raises the checklist's version by one. */
public sealed interface ChecklistEvent permits ChecklistOpened, ItemDecided {

    /** The namespace of these events' names. */
    String NAMESPACE = "tenken.checklist";

    /** Whose checklist it is: a contract has one. */
    ContractId contractId();
}
