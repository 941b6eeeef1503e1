package jp.tenken.command.contract.namecontractor;

import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.contract.CorporateNumber;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Name a contractor.
 *
 * @param contractorId the contractor; known already or new
 * @param name what it is called
 * @param corporateNumber null where it has none, or gave none
 * @param expectedVersion the contractor's version that the caller saw, or null
 */
@Command(namespace = "tenken.contract", name = "NameContractor", version = "1")
public record NameContractor(
        ContractorId contractorId,
        String name,
        @Nullable CorporateNumber corporateNumber,
        @Nullable Long expectedVersion) {

    /** Refuses a name that is missing, too long or not printable. */
    public NameContractor {
        name = TextRule.NAME.required("name", name);
    }

    /** What the decision depends on. */
    @TargetEntityId
    public NamingBoundary boundary() {
        return new NamingBoundary(contractorId, corporateNumber);
    }
}
