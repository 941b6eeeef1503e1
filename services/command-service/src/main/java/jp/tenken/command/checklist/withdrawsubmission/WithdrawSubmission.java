package jp.tenken.command.checklist.withdrawsubmission;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.SubjectRule;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Take a submission back.
 *
 * @param contractId the contract
 * @param comment what is said with it, sealed; null = nothing
 * @param onBehalfOf for whom the caller stands in (代決): the subject; null = nobody
 * @param scope how far the caller may act
 * @param expectedVersion the checklist's version that the caller saw, or null
 */
@Command(namespace = "tenken.checklist", name = "WithdrawSubmission", version = "1")
public record WithdrawSubmission(
        @TargetEntityId ContractId contractId,
        @Nullable SealedText comment,
        @Nullable String onBehalfOf,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses a subject that is too long or not printable; a blank one becomes null. */
    public WithdrawSubmission {
        onBehalfOf = SubjectRule.optional("onBehalfOf", onBehalfOf);
    }
}
