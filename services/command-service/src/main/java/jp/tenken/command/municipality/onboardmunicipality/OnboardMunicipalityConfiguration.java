package jp.tenken.command.municipality.onboardmunicipality;

import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.kernel.MunicipalityCode;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** The only door of this slice. */
public final class OnboardMunicipalityConfiguration {

    private OnboardMunicipalityConfiguration() {}

    /** Registers the state and the handler. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                MunicipalityCode.class, OnboardMunicipalityHandler.State.class))
                .registerCommandHandlingModule(
                        CommandHandlingModule.named("OnboardMunicipality")
                                .commandHandlers()
                                .annotatedCommandHandlingComponent(
                                        config -> new OnboardMunicipalityHandler()));
    }

    /** The operation of the HTTP contract. */
    public static Endpoint endpoint(CommandDispatcher commands) {
        return new OnboardMunicipalityEndpoint(commands).endpoint();
    }
}
