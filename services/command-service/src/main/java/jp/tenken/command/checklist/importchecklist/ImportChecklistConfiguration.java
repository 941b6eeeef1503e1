package jp.tenken.command.checklist.importchecklist;

import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class ImportChecklistConfiguration {

    private ImportChecklistConfiguration() {}

    /** Registers the handler; its state is the area's. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer.registerCommandHandlingModule(
                CommandHandlingModule.named("ImportChecklist")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(config -> new ImportChecklistHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands) {
        return new ImportChecklistEndpoint(commands).endpoint();
    }
}
