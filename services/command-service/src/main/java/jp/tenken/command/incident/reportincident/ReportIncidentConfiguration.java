package jp.tenken.command.incident.reportincident;

import java.time.Clock;
import jp.tenken.command.incident.FactsEndpoints;
import jp.tenken.command.incident.IncidentContracts;
import jp.tenken.command.incident.IncidentIds;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.TextSealer;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.modelling.StateManager;

/** The only door of this slice. */
public final class ReportIncidentConfiguration {

    private ReportIncidentConfiguration() {}

    /** Registers the handler; its state is the area's. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer.registerCommandHandlingModule(
                CommandHandlingModule.named("ReportIncident")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(
                                config ->
                                        new ReportIncidentHandler(
                                                new IncidentContracts(
                                                        config.getComponent(StateManager.class)))));
    }

    /** The operation with the contracts in the body. */
    public static Endpoint endpoint(
            CommandDispatcher commands, TextSealer texts, IncidentIds ids, Clock clock) {
        return new ReportIncidentEndpoint(new FactsEndpoints(commands, texts, clock), ids)
                .endpoint();
    }

    /** The shorthand at one contract. */
    public static Endpoint atContract(
            CommandDispatcher commands, TextSealer texts, IncidentIds ids, Clock clock) {
        return new ReportIncidentEndpoint(new FactsEndpoints(commands, texts, clock), ids)
                .atContract();
    }
}
