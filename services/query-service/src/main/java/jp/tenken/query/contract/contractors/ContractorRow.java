package jp.tenken.query.contract.contractors;

import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.kernel.contract.CorporateNumber;
import org.jspecify.annotations.Nullable;

/**
 * A contractor, as it is kept and as it is answered.
 *
 * @param contractorId the contractor
 * @param name what it is called now: as it was named, else as the first contract writes it
 * @param corporateNumber null where it has none, or gave none
 * @param version number of times it was named; 0 while only contracts name it
 */
public record ContractorRow(
        ContractorId contractorId,
        String name,
        @Nullable CorporateNumber corporateNumber,
        long version) {

    static ContractorRow of(@Nullable ContractorRow before, ContractRegistered event) {
        return before != null
                ? before
                : new ContractorRow(
                        event.contractor().contractorId(),
                        event.contractor().name(),
                        event.contractor().corporateNumber(),
                        0);
    }

    static ContractorRow of(@Nullable ContractorRow before, ContractorNamed event) {
        return new ContractorRow(
                event.contractorId(),
                event.name(),
                event.corporateNumber(),
                before == null ? 1 : before.version() + 1);
    }
}
