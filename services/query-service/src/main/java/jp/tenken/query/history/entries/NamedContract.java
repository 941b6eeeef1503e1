package jp.tenken.query.history.entries;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Scope;

/**
 * A contract as an entry names it. Names are kept one by one, because not everybody who reads an
 * entry may know of all its contracts.
 *
 * @param contractId which contract
 * @param contractNumber the municipality's own number of it, as it was then
 * @param title what the work was then
 * @param contractorId with whom it was concluded
 */
public record NamedContract(
        ContractId contractId, String contractNumber, String title, ContractorId contractorId) {

    /** What people call it. */
    String name() {
        return contractNumber + " " + title;
    }

    /** Whether a contractor may know of it. */
    boolean isOf(Scope contractor) {
        return contractor.contractors().contains(contractorId);
    }
}
