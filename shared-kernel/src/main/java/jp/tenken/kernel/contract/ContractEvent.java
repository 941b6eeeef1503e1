package jp.tenken.kernel.contract;

import jp.tenken.kernel.ContractId;

/** Everything that happens to a contract itself; each raises the contract's version by one. */
public sealed interface ContractEvent
        permits ContractRegistered,
                ContractFactsDeclared,
                ContractAmended,
                ContractTransferredToDepartment,
                ParticipatingDepartmentsSet,
                ContractClosed {

    /** The namespace of these events' names. */
    String NAMESPACE = "tenken.contract";

    /** Whose event it is. */
    ContractId contractId();
}
