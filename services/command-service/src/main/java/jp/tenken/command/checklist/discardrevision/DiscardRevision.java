package jp.tenken.command.checklist.discardrevision;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.TextRule;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Give the draft of a revision up.
 *
 * @param contractId the contract
 * @param reason why; null = nobody said
 * @param scope how far the caller may act
 * @param expectedVersion the checklist's version that the caller saw, or null
 */
@Command(namespace = "tenken.checklist", name = "DiscardRevision", version = "1")
public record DiscardRevision(
        @TargetEntityId ContractId contractId,
        @Nullable String reason,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses a reason that is too long or not printable; a blank one becomes null. */
    public DiscardRevision {
        reason = TextRule.REASON.optional("reason", reason);
    }
}
