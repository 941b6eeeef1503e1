package jp.tenken.command.consultation;

import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;

/** Registers what the slices of this area decide on. */
public final class ConsultationConfiguration {

    private ConsultationConfiguration() {}

    /** Registers the area's entities, once for all its slices. */
    public static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                ConsultationId.class, Consultation.class))
                .registerEntity(
                        EventSourcedEntityModule.autodetected(
                                ContractId.class, ConsultedContract.class));
    }
}
