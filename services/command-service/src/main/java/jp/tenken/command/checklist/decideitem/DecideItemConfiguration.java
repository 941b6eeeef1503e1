package jp.tenken.command.checklist.decideitem;

import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class DecideItemConfiguration {

    private DecideItemConfiguration() {}

    /** Registers the handler; its state is the area's. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer.registerCommandHandlingModule(
                CommandHandlingModule.named("DecideItem")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(config -> new DecideItemHandler()));
    }

    /** The operation of the HTTP contract for one contract. */
    public static Endpoint endpoint(CommandDispatcher commands) {
        return new DecideItemEndpoint(commands).endpoint();
    }

    /** The operation of the HTTP contract for many contracts. */
    public static Endpoint acrossContracts(CommandDispatcher commands) {
        return new DecideAcrossContractsEndpoint(commands).endpoint();
    }
}
