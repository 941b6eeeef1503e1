package jp.tenken.command.checklist;

import jp.tenken.kernel.ContractId;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;

/** Registers what the slices of this area decide on. */
public final class ChecklistConfiguration {

    private ChecklistConfiguration() {}

    /** Registers the area's entities, once for all its slices. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(ContractId.class, Checklist.class))
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                ChecklistItem.Target.class, ChecklistItem.class))
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                ContractId.class, ChecklistEvidence.class));
    }
}
