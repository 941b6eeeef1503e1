package jp.tenken.command.municipality.issuepolicyedition;

import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.kernel.PolicyEditionId;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class IssuePolicyEditionConfiguration {

    private IssuePolicyEditionConfiguration() {}

    /** Registers the state and the handler. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                PolicyEditionId.class, IssuePolicyEditionHandler.State.class))
                .registerCommandHandlingModule(
                        CommandHandlingModule.named("IssuePolicyEdition")
                                .commandHandlers()
                                .annotatedCommandHandlingComponent(
                                        config -> new IssuePolicyEditionHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands) {
        return new IssuePolicyEditionEndpoint(commands).endpoint();
    }
}
