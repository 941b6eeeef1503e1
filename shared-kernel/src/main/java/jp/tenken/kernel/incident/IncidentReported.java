package jp.tenken.kernel.incident;

import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * Personal information leaked, was lost or damaged, or may have been.
 *
 * @param incidentId the incident
 * @param contracts the contracts concerned, each once; at least one
 * @param facts what is known
 * @param reportedByContractor the contractor that reported; null = the municipality itself
 */
@Event(namespace = IncidentEvent.NAMESPACE, name = "IncidentReported", version = "1")
public record IncidentReported(
        @EventTag(key = Tags.INCIDENT) IncidentId incidentId,
        List<IncidentContract> contracts,
        IncidentFacts facts,
        @Nullable ContractorId reportedByContractor)
        implements IncidentEvent {

    /** Copies the list. */
    public IncidentReported {
        contracts = List.copyOf(contracts);
    }

    /** Every contract of the incident, in order: the tags by which each finds it. */
    @Override
    @EventTag(key = Tags.CONTRACT)
    public List<ContractId> contractIds() {
        return contracts.stream().map(IncidentContract::contractId).toList();
    }
}
