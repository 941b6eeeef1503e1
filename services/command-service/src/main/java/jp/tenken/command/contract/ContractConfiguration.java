package jp.tenken.command.contract;

import jp.tenken.kernel.ContractId;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;

/** Registers what the slices of this area, and those of other areas, decide on. */
public final class ContractConfiguration {

    private ContractConfiguration() {}

    /** Registers the area's entities, once for all slices. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                ContractBoundary.class, Contract.class))
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                ContractId.class, ContractStanding.class));
    }
}
