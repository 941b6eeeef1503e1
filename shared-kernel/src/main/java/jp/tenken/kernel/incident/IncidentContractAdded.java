package jp.tenken.kernel.incident;

import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * Another contract is concerned.
 *
 * @param incidentId the incident
 * @param contract the contract that came to it
 * @param contractIds every contract of the incident, the new one among them
 */
@Event(namespace = IncidentEvent.NAMESPACE, name = "IncidentContractAdded", version = "1")
public record IncidentContractAdded(
        @EventTag(key = Tags.INCIDENT) IncidentId incidentId,
        IncidentContract contract,
        @EventTag(key = Tags.CONTRACT) List<ContractId> contractIds)
        implements IncidentEvent {

    /** Copies the list. */
    public IncidentContractAdded {
        contractIds = List.copyOf(contractIds);
    }
}
