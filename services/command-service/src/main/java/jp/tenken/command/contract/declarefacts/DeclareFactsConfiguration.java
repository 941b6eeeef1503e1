package jp.tenken.command.contract.declarefacts;

import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class DeclareFactsConfiguration {

    private DeclareFactsConfiguration() {}

    /** Registers the handler; its state is the area's. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer.registerCommandHandlingModule(
                CommandHandlingModule.named("DeclareFacts")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(config -> new DeclareFactsHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands) {
        return new DeclareFactsEndpoint(commands).endpoint();
    }
}
