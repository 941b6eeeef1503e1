package jp.tenken.command.contract.amendcontract;

import java.util.List;
import jp.tenken.command.checklist.Parties;
import jp.tenken.command.contract.ContractBoundary;
import jp.tenken.command.contract.ContractTerms;
import jp.tenken.command.contract.Registration;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.contract.Period;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Amend a contract; what is null stays.
 *
 * @param contractId the contract
 * @param contractNumber the municipality's own number of it
 * @param title what the work is
 * @param period for which
 * @param participatingDepartmentCodes all others with a part in it; the one in charge and
 *     repetitions are left out
 * @param reason why
 * @param scope how far the caller may act
 * @param expectedVersion the contract's version that the caller saw, or null
 */
@Command(namespace = "tenken.contract", name = "AmendContract", version = "1")
public record AmendContract(
        ContractId contractId,
        @Nullable String contractNumber,
        @Nullable String title,
        @Nullable Period period,
        @Nullable List<DepartmentCode> participatingDepartmentCodes,
        String reason,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses texts that are too long or not printable, and too many departments. */
    public AmendContract {
        contractNumber = TextRule.NUMBER.optional("contractNumber", contractNumber);
        title = TextRule.TITLE.optional("title", title);
        reason = TextRule.REASON.required("reason", reason);
        participatingDepartmentCodes =
                participatingDepartmentCodes == null
                        ? null
                        : Registration.participating(participatingDepartmentCodes);
    }

    /** What the decision depends on. */
    @TargetEntityId
    public ContractBoundary boundary() {
        return new ContractBoundary(
                contractId,
                participatingDepartmentCodes == null ? List.of() : participatingDepartmentCodes);
    }

    /** The terms once they are amended so. */
    ContractTerms amending(ContractTerms terms) {
        return new ContractTerms(
                contractNumber == null ? terms.contractNumber() : contractNumber,
                title == null ? terms.title() : title,
                period == null ? terms.period() : period);
    }

    /** Those who have a part once it is amended so, in no particular order. */
    List<DepartmentCode> participating(Parties parties) {
        return participatingDepartmentCodes == null
                ? parties.participating()
                : participatingDepartmentCodes.stream()
                        .filter(code -> !code.equals(parties.inCharge()))
                        .toList();
    }
}
