package jp.tenken.command.checklist.decideitem;

import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class DecideItemConfiguration {

    private DecideItemConfiguration() {}

    /** Registers the state and the handler. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                DecideItem.Target.class, DecideItemHandler.State.class))
                .registerCommandHandlingModule(
                        CommandHandlingModule.named("DecideItem")
                                .commandHandlers()
                                .annotatedCommandHandlingComponent(
                                        config -> new DecideItemHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands) {
        return new DecideItemEndpoint(commands).endpoint();
    }
}
