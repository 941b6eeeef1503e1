package jp.tenken.command.checklist.openrevision;

import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class OpenRevisionConfiguration {

    private OpenRevisionConfiguration() {}

    /** Registers the handler; its state is the area's. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer.registerCommandHandlingModule(
                CommandHandlingModule.named("OpenRevision")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(config -> new OpenRevisionHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands) {
        return new OpenRevisionEndpoint(commands).endpoint();
    }
}
