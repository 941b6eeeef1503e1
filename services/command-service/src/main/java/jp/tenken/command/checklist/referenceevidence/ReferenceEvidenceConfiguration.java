package jp.tenken.command.checklist.referenceevidence;

import jp.tenken.command.checklist.EvidenceIds;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class ReferenceEvidenceConfiguration {

    private ReferenceEvidenceConfiguration() {}

    /** Registers the handler; its state is the area's. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer.registerCommandHandlingModule(
                CommandHandlingModule.named("ReferenceEvidence")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(
                                config -> new ReferenceEvidenceHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands, EvidenceIds ids) {
        return new ReferenceEvidenceEndpoint(commands, ids).endpoint();
    }
}
