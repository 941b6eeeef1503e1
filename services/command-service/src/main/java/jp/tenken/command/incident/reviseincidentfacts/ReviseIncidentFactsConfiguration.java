package jp.tenken.command.incident.reviseincidentfacts;

import java.time.Clock;
import jp.tenken.command.incident.FactsEndpoints;
import jp.tenken.command.incident.IncidentContracts;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.TextSealer;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.modelling.StateManager;

/** The only door of this slice. */
public final class ReviseIncidentFactsConfiguration {

    private ReviseIncidentFactsConfiguration() {}

    /** Registers the handler; its state is the area's. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer.registerCommandHandlingModule(
                CommandHandlingModule.named("ReviseIncidentFacts")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(
                                config ->
                                        new ReviseIncidentFactsHandler(
                                                new IncidentContracts(
                                                        config.getComponent(StateManager.class)))));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands, TextSealer texts, Clock clock) {
        return new ReviseIncidentFactsEndpoint(new FactsEndpoints(commands, texts, clock))
                .endpoint();
    }
}
