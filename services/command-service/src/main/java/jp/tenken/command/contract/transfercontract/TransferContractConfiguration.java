package jp.tenken.command.contract.transfercontract;

import java.time.Clock;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class TransferContractConfiguration {

    private TransferContractConfiguration() {}

    /** Registers the handler; its state is the area's. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer.registerCommandHandlingModule(
                CommandHandlingModule.named("TransferContract")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(
                                config -> new TransferContractHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands, Clock clock) {
        return new TransferContractEndpoint(commands, clock).endpoint();
    }
}
