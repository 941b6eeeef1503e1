package jp.tenken.command.incident;

import jp.tenken.kernel.ContractId;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;

/** Registers what the slices of this area decide on. */
public final class IncidentConfiguration {

    private IncidentConfiguration() {}

    /** Registers the area's entities, once for all its slices. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                IncidentBoundary.class, Incident.class))
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                ContractId.class, DeclaredFacts.class));
    }
}
