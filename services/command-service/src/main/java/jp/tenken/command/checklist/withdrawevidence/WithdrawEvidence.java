package jp.tenken.command.checklist.withdrawevidence;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.TextRule;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Say that a reference no longer counts.
 *
 * @param contractId the contract
 * @param evidenceId the reference
 * @param reason why; null = nobody said
 * @param scope how far the caller may act
 * @param expectedVersion the reference's version that the caller saw, or null
 */
@Command(namespace = "tenken.checklist", name = "WithdrawEvidence", version = "1")
public record WithdrawEvidence(
        @TargetEntityId ContractId contractId,
        EvidenceId evidenceId,
        @Nullable String reason,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses a reason that is too long or not printable; a blank one becomes null. */
    public WithdrawEvidence {
        reason = TextRule.REASON.optional("reason", reason);
    }
}
