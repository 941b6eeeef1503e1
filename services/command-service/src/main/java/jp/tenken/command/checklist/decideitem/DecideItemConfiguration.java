package jp.tenken.command.checklist.decideitem;

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
}
