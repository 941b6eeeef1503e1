package jp.tenken.command.municipality.setapprovalpath;

import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class SetApprovalPathConfiguration {

    private SetApprovalPathConfiguration() {}

    /** Registers the state and the handler. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                SetApprovalPath.Target.class, SetApprovalPathHandler.State.class))
                .registerCommandHandlingModule(
                        CommandHandlingModule.named("SetApprovalPath")
                                .commandHandlers()
                                .annotatedCommandHandlingComponent(
                                        config -> new SetApprovalPathHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands) {
        return new SetApprovalPathEndpoint(commands).endpoint();
    }
}
