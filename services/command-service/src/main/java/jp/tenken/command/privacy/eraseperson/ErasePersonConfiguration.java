package jp.tenken.command.privacy.eraseperson;

import jp.tenken.command.checklist.CommentedEndpoints;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Erasures;
import jp.tenken.edge.TextSealer;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class ErasePersonConfiguration {

    private ErasePersonConfiguration() {}

    /** Registers the state and the handler. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                String.class, ErasePersonHandler.State.class))
                .registerCommandHandlingModule(
                        CommandHandlingModule.named("ErasePerson")
                                .commandHandlers()
                                .annotatedCommandHandlingComponent(
                                        config -> new ErasePersonHandler()));
    }

    /**
     * The operation of the HTTP contract.
     *
     * @param texts seals the reason
     * @param erasures tells when the name is gone
     */
    public static Endpoint endpoint(
            CommandDispatcher commands, TextSealer texts, Erasures erasures) {
        return new ErasePersonEndpoint(new CommentedEndpoints(commands, texts), erasures)
                .endpoint();
    }
}
