package jp.tenken.command.checklist.openrevision;

import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.checklist.RevisionKind;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Open a new revision of a confirmed checklist.
 *
 * @param contractId the contract
 * @param kind what makes it necessary
 * @param reason why; changes in it that say nothing else take it over
 * @param consultationId the consultation that it carries; null = none
 * @param scope how far the caller may act
 * @param expectedVersion the checklist's version that the caller saw, or null
 */
@Command(namespace = "tenken.checklist", name = "OpenRevision", version = "1")
public record OpenRevision(
        @TargetEntityId ContractId contractId,
        RevisionKind kind,
        String reason,
        @Nullable ConsultationId consultationId,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses a reason that is missing, too long or not printable. */
    public OpenRevision {
        reason = TextRule.REASON.required("reason", reason);
    }
}
