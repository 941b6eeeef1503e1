package jp.tenken.command.privacy.redactevent;

import jp.tenken.command.checklist.CommentedEndpoints;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Erasures;
import jp.tenken.edge.RecordedEvents;
import jp.tenken.edge.TextSealer;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class RedactEventConfiguration {

    private RedactEventConfiguration() {}

    /** Registers the state and the handler. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                String.class, RedactEventHandler.State.class))
                .registerCommandHandlingModule(
                        CommandHandlingModule.named("RedactEvent")
                                .commandHandlers()
                                .annotatedCommandHandlingComponent(
                                        config -> new RedactEventHandler()));
    }

    /**
     * The operation of the HTTP contract.
     *
     * @param texts seals the reason
     * @param events finds the event that is meant
     * @param erasures tells when the texts are gone
     */
    public static Endpoint endpoint(
            CommandDispatcher commands,
            TextSealer texts,
            RecordedEvents events,
            Erasures erasures) {
        return new RedactEventEndpoint(new CommentedEndpoints(commands, texts), events, erasures)
                .endpoint();
    }
}
