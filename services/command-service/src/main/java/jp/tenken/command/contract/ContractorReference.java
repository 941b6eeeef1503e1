package jp.tenken.command.contract;

import java.util.Objects;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.contract.CorporateNumber;
import org.jspecify.annotations.Nullable;

/**
 * With whom a contract is concluded: a contractor that the municipality knows already, or one that
 * is described.
 *
 * <p>A described contractor is recognised by its corporate number, and by its name where it has
 * none; so its id follows from the description.
 *
 * @param knownId the contractor's id; null where it is described
 * @param name its name; null where the id is given
 * @param corporateNumber optional beside the name
 */
public record ContractorReference(
        @Nullable ContractorId knownId,
        @Nullable String name,
        @Nullable CorporateNumber corporateNumber) {

    /** Refuses neither and both ({@code contractor-required}). */
    public ContractorReference {
        name = TextRule.NAME.optional("contractor.name", name);
        boolean described = name != null || corporateNumber != null;
        if (described == (knownId != null) || (described && name == null)) {
            throw Rejection.invalidField("contractor", RejectionCodes.CONTRACTOR_REQUIRED);
        }
    }

    /** The contractor of this name, which gave no corporate number. */
    public static ContractorReference named(String name) {
        return new ContractorReference(null, name, null);
    }

    /** The contractor's id, given or derived. */
    public ContractorId contractorId() {
        if (knownId != null) {
            return knownId;
        }
        return corporateNumber == null
                ? ContractorId.ofName(Objects.requireNonNull(name))
                : ContractorId.ofCorporateNumber(corporateNumber.value());
    }
}
