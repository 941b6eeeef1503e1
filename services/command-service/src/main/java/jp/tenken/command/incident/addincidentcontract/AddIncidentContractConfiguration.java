package jp.tenken.command.incident.addincidentcontract;

import jp.tenken.command.incident.IncidentContracts;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.modelling.StateManager;

/** The only door of this slice. */
public final class AddIncidentContractConfiguration {

    private AddIncidentContractConfiguration() {}

    /** Registers the handler; its state is the area's. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer.registerCommandHandlingModule(
                CommandHandlingModule.named("AddIncidentContract")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(
                                config ->
                                        new AddIncidentContractHandler(
                                                new IncidentContracts(
                                                        config.getComponent(StateManager.class)))));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands) {
        return new AddIncidentContractEndpoint(commands).endpoint();
    }
}
