package jp.tenken.command.municipality.openpolicyconsultations;

import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.RecordedEvents;
import jp.tenken.edge.TextSealer;
import jp.tenken.kernel.PolicyEditionId;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class OpenPolicyConsultationsConfiguration {

    private OpenPolicyConsultationsConfiguration() {}

    /** Registers the state and the handler. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                PolicyEditionId.class, OpenPolicyConsultationsHandler.State.class))
                .registerCommandHandlingModule(
                        CommandHandlingModule.named("OpenPolicyConsultations")
                                .commandHandlers()
                                .annotatedCommandHandlingComponent(
                                        config -> new OpenPolicyConsultationsHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(
            CommandDispatcher commands, TextSealer texts, RecordedEvents events) {
        return new OpenPolicyConsultationsEndpoint(commands, texts, events).endpoint();
    }
}
