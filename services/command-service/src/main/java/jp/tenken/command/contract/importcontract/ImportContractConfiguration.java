package jp.tenken.command.contract.importcontract;

import jp.tenken.command.contract.RegistrationBoundary;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class ImportContractConfiguration {

    private ImportContractConfiguration() {}

    /** Registers the state and the handler. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                RegistrationBoundary.class, ImportContractHandler.State.class))
                .registerCommandHandlingModule(
                        CommandHandlingModule.named("ImportContract")
                                .commandHandlers()
                                .annotatedCommandHandlingComponent(
                                        config -> new ImportContractHandler()));
    }
}
