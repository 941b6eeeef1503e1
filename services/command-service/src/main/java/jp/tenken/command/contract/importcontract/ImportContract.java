package jp.tenken.command.contract.importcontract;

import java.util.List;
import jp.tenken.command.contract.Registration;
import jp.tenken.command.contract.RegistrationBoundary;
import jp.tenken.command.form.FormRow;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;

/**
 * Register a contract with the answers of its filled form.
 *
 * @param registration what is said about the contract
 * @param rows the form's rows as they were written
 */
@Command(namespace = "tenken.contract", name = "ImportContract", version = "1")
public record ImportContract(Registration registration, List<FormRow> rows) {

    /** Copies the rows. */
    public ImportContract {
        rows = List.copyOf(rows);
    }

    /** What the decision depends on. */
    @TargetEntityId
    public RegistrationBoundary boundary() {
        return registration.boundary();
    }
}
