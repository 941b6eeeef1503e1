package jp.tenken.query.history.entries;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.contract.ContractAmended;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.query.contract.ContractParties;

/**
 * What entries about a contract need to know of it.
 *
 * @param contractNumber the municipality's own number of it
 * @param title what the work is
 * @param parties to whom it belongs
 */
public record KnownContract(String contractNumber, String title, ContractParties parties) {

    static KnownContract of(ContractRegistered event) {
        return new KnownContract(event.contractNumber(), event.title(), ContractParties.of(event));
    }

    KnownContract evolve(ContractAmended event) {
        return new KnownContract(event.contractNumber(), event.title(), parties);
    }

    KnownContract of(ContractParties next) {
        return new KnownContract(contractNumber, title, next);
    }

    /** As an entry names it. */
    NamedContract named(ContractId contractId) {
        return new NamedContract(contractId, contractNumber, title, parties.contractorId());
    }
}
