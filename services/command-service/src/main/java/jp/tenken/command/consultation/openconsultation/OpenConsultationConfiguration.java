package jp.tenken.command.consultation.openconsultation;

import jp.tenken.command.consultation.ConsultationIds;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.TextSealer;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class OpenConsultationConfiguration {

    private OpenConsultationConfiguration() {}

    /** Registers the state and the handler. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                OpenConsultation.Target.class, OpenConsultationState.class))
                .registerCommandHandlingModule(
                        CommandHandlingModule.named("OpenConsultation")
                                .commandHandlers()
                                .annotatedCommandHandlingComponent(
                                        config -> new OpenConsultationHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(
            CommandDispatcher commands, TextSealer texts, ConsultationIds ids) {
        return new OpenConsultationEndpoint(commands, texts, ids).endpoint();
    }
}
