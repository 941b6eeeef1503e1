package jp.tenken.query.history.entries;

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
}
