package jp.tenken.kernel.incident;

import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is left to do about the incident.
 *
 * @param incidentId the incident
 * @param contractIds every contract of the incident
 * @param comment what was said with it, sealed; null where nothing was
 */
@Event(namespace = IncidentEvent.NAMESPACE, name = "IncidentClosed", version = "1")
public record IncidentClosed(
        @EventTag(key = Tags.INCIDENT) IncidentId incidentId,
        @EventTag(key = Tags.CONTRACT) List<ContractId> contractIds,
        @Nullable SealedText comment)
        implements IncidentEvent {

    /** Copies the list. */
    public IncidentClosed {
        contractIds = List.copyOf(contractIds);
    }
}
