package jp.tenken.command.contract.registercontract;

import jp.tenken.command.contract.RegistrationBoundary;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class RegisterContractConfiguration {

    private RegisterContractConfiguration() {}

    /** Registers the state and the handler. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                RegistrationBoundary.class, RegisterContractHandler.State.class))
                .registerCommandHandlingModule(
                        CommandHandlingModule.named("RegisterContract")
                                .commandHandlers()
                                .annotatedCommandHandlingComponent(
                                        config -> new RegisterContractHandler()));
    }
}
