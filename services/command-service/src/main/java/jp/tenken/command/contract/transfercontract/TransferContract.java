package jp.tenken.command.contract.transfercontract;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.contract.ContractBoundary;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.TextRule;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Put another department in charge of a contract.
 *
 * @param contractId the contract
 * @param toDepartmentCode who is to be in charge
 * @param effectiveOn from which day on
 * @param reason why; null = nobody said
 * @param scope how far the caller may act
 * @param expectedVersion the contract's version that the caller saw, or null
 */
@Command(namespace = "tenken.contract", name = "TransferContract", version = "1")
public record TransferContract(
        ContractId contractId,
        DepartmentCode toDepartmentCode,
        LocalDate effectiveOn,
        @Nullable String reason,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses a reason that is too long or not printable; a blank one becomes null. */
    public TransferContract {
        reason = TextRule.REASON.optional("reason", reason);
    }

    /** What the decision depends on. */
    @TargetEntityId
    public ContractBoundary boundary() {
        return new ContractBoundary(contractId, List.of(toDepartmentCode));
    }
}
