package jp.tenken.command.contract.registercontract;

import jp.tenken.command.contract.ContractIds;
import jp.tenken.command.contract.RegistrationBoundary;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
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

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands, ContractIds ids) {
        return new RegisterContractEndpoint(commands, ids).endpoint();
    }
}
