package jp.tenken.command.checklist.approvechecklist;

import java.time.LocalDate;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.SubjectRule;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Approve a submitted checklist.
 *
 * @param contractId the contract
 * @param comment what is said with it, sealed; null = nothing
 * @param onBehalfOf for whom the caller stands in (代決): the subject; null = nobody
 * @param effectiveOn from which day on it is to be in force; null = nothing was said
 * @param today in Tokyo, for where nothing was said
 * @param actor the caller's subject: duties are separated by it
 * @param scope how far the caller may act
 * @param expectedVersion the checklist's version that the caller saw, or null
 */
@Command(namespace = "tenken.checklist", name = "ApproveChecklist", version = "1")
public record ApproveChecklist(
        @TargetEntityId ContractId contractId,
        @Nullable SealedText comment,
        @Nullable String onBehalfOf,
        @Nullable LocalDate effectiveOn,
        LocalDate today,
        String actor,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses a subject that is too long or not printable; a blank one becomes null. */
    public ApproveChecklist {
        onBehalfOf = SubjectRule.optional("onBehalfOf", onBehalfOf);
    }
}
