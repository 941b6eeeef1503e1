package jp.tenken.kernel.contract;

import jp.tenken.kernel.ContractorId;
import org.jspecify.annotations.Nullable;

/**
 * The contractor (受託者) as it stands in a contract.
 *
 * @param contractorId the contractor
 * @param name as the contract writes it
 * @param corporateNumber null where it has none, as a sole proprietor, or gave none
 */
public record Contractor(
        ContractorId contractorId, String name, @Nullable CorporateNumber corporateNumber) {}
