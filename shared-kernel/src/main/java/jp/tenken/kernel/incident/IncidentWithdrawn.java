package jp.tenken.kernel.incident;

import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * The report was a mistake: there was no incident.
 *
 * @param incidentId the incident
 * @param contractIds every contract of the incident
 * @param reason why, sealed
 */
@Event(namespace = IncidentEvent.NAMESPACE, name = "IncidentWithdrawn", version = "1")
public record IncidentWithdrawn(
        @EventTag(key = Tags.INCIDENT) IncidentId incidentId,
        @EventTag(key = Tags.CONTRACT) List<ContractId> contractIds,
        SealedText reason)
        implements IncidentEvent {

    /** Copies the list. */
    public IncidentWithdrawn {
        contractIds = List.copyOf(contractIds);
    }
}
