package jp.tenken.command.checklist.importchecklist;

import java.util.List;
import jp.tenken.command.form.FormRow;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Scope;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Take the answers of a filled form into a checklist.
 *
 * @param contractId the contract
 * @param rows the form's rows as they were written
 * @param scope how far the caller may act
 * @param expectedVersion the checklist's version on which the caller decided, or null
 */
@Command(namespace = "tenken.checklist", name = "ImportChecklist", version = "1")
public record ImportChecklist(
        @TargetEntityId ContractId contractId,
        List<FormRow> rows,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Copies the rows. */
    public ImportChecklist {
        rows = List.copyOf(rows);
    }
}
