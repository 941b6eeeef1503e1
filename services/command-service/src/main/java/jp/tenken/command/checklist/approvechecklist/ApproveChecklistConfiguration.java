package jp.tenken.command.checklist.approvechecklist;

import java.time.Clock;
import jp.tenken.command.checklist.CommentedEndpoints;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.TextSealer;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class ApproveChecklistConfiguration {

    private ApproveChecklistConfiguration() {}

    /** Registers the handler; its state is the area's. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer.registerCommandHandlingModule(
                CommandHandlingModule.named("ApproveChecklist")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(
                                config -> new ApproveChecklistHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands, TextSealer texts, Clock clock) {
        return new ApproveChecklistEndpoint(new CommentedEndpoints(commands, texts), clock)
                .endpoint();
    }
}
