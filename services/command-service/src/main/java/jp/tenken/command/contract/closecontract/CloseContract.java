package jp.tenken.command.contract.closecontract;

import java.time.LocalDate;
import jp.tenken.command.contract.ContractBoundary;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.contract.ClosureKind;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Close a contract.
 *
 * @param contractId the contract
 * @param kind how it ended
 * @param on its last day
 * @param reason why; null = nobody said
 * @param scope how far the caller may act
 * @param expectedVersion the contract's version that the caller saw, or null
 */
@Command(namespace = "tenken.contract", name = "CloseContract", version = "1")
public record CloseContract(
        ContractId contractId,
        ClosureKind kind,
        LocalDate on,
        @Nullable String reason,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses a reason that is too long or not printable; a blank one becomes null. */
    public CloseContract {
        reason = TextRule.REASON.optional("reason", reason);
    }

    /** What the decision depends on. */
    @TargetEntityId
    public ContractBoundary boundary() {
        return ContractBoundary.of(contractId);
    }
}
