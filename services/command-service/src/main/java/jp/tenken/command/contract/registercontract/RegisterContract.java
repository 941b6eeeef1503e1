package jp.tenken.command.contract.registercontract;

import jp.tenken.command.contract.Registration;
import jp.tenken.command.contract.RegistrationBoundary;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;

/**
 * Register a contract.
 *
 * @param registration what is said about it
 */
@Command(namespace = "tenken.contract", name = "RegisterContract", version = "1")
public record RegisterContract(Registration registration) {

    /** What the decision depends on. */
    @TargetEntityId
    public RegistrationBoundary boundary() {
        return registration.boundary();
    }
}
