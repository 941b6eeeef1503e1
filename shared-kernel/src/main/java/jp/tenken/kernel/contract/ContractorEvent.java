package jp.tenken.kernel.contract;

import jp.tenken.kernel.ContractorId;

/** Everything that happens to a contractor itself, whatever its contracts. */
public sealed interface ContractorEvent permits ContractorNamed {

    /** The namespace of these events' names. */
    String NAMESPACE = ContractEvent.NAMESPACE;

    /** Whose event it is. */
    ContractorId contractorId();
}
