package jp.tenken.command.municipality.establishdepartment;

import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.kernel.DepartmentCode;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class EstablishDepartmentConfiguration {

    private EstablishDepartmentConfiguration() {}

    /** Registers the state and the handler. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                DepartmentCode.class, EstablishDepartmentHandler.State.class))
                .registerCommandHandlingModule(
                        CommandHandlingModule.named("EstablishDepartment")
                                .commandHandlers()
                                .annotatedCommandHandlingComponent(
                                        config -> new EstablishDepartmentHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands) {
        return new EstablishDepartmentEndpoint(commands).endpoint();
    }
}
