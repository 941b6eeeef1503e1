package jp.tenken.command.contract.declarefacts;

import jp.tenken.command.contract.ContractBoundary;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.contract.ContractFacts;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Declare how personal information is handled under a contract.
 *
 * @param contractId the contract
 * @param facts all facts that are known now
 * @param scope how far the caller may act
 * @param expectedVersion the contract's version that the caller saw, or null
 */
@Command(namespace = "tenken.contract", name = "DeclareFacts", version = "1")
public record DeclareFacts(
        ContractId contractId, ContractFacts facts, Scope scope, @Nullable Long expectedVersion) {

    /** What the decision depends on. */
    @TargetEntityId
    public ContractBoundary boundary() {
        return ContractBoundary.of(contractId);
    }
}
