package jp.tenken.command.consultation.makeproposal;

import jp.tenken.command.checklist.CommentedEndpoints;
import jp.tenken.command.consultation.ConsultedContracts;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.TextSealer;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.modelling.StateManager;

/** The only door of this slice. */
public final class MakeProposalConfiguration {

    private MakeProposalConfiguration() {}

    /** Registers the handler; its state is the area's. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer.registerCommandHandlingModule(
                CommandHandlingModule.named("MakeProposal")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(
                                config ->
                                        new MakeProposalHandler(
                                                new ConsultedContracts(
                                                        config.getComponent(StateManager.class)))));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands, TextSealer texts) {
        return new MakeProposalEndpoint(new CommentedEndpoints(commands, texts)).endpoint();
    }
}
