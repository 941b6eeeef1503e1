package jp.tenken.command.contract.importcontract;

import jp.tenken.command.contract.ContractIds;
import jp.tenken.command.contract.RegistrationBoundary;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class ImportContractConfiguration {

    private ImportContractConfiguration() {}

    /** Registers the state and the handler. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                RegistrationBoundary.class, ImportContractHandler.State.class))
                .registerCommandHandlingModule(
                        CommandHandlingModule.named("ImportContract")
                                .commandHandlers()
                                .annotatedCommandHandlingComponent(
                                        config -> new ImportContractHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands, ContractIds ids) {
        return new ImportContractEndpoint(commands, ids).endpoint();
    }
}
