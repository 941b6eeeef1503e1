package jp.tenken.command.checklist.sendbackchecklist;

import jp.tenken.command.checklist.CommentedEndpoints;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.TextSealer;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class SendBackChecklistConfiguration {

    private SendBackChecklistConfiguration() {}

    /** Registers the handler; its state is the area's. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer.registerCommandHandlingModule(
                CommandHandlingModule.named("SendBackChecklist")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(
                                config -> new SendBackChecklistHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands, TextSealer texts) {
        return new SendBackChecklistEndpoint(new CommentedEndpoints(commands, texts)).endpoint();
    }
}
