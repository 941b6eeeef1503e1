package jp.tenken.command.contract.namecontractor;

import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class NameContractorConfiguration {

    private NameContractorConfiguration() {}

    /** Registers the state and the handler. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                NamingBoundary.class, NameContractorHandler.State.class))
                .registerCommandHandlingModule(
                        CommandHandlingModule.named("NameContractor")
                                .commandHandlers()
                                .annotatedCommandHandlingComponent(
                                        config -> new NameContractorHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands) {
        return new NameContractorEndpoint(commands).endpoint();
    }
}
