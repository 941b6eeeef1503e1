package jp.tenken.kernel.incident;

import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * More, or something else, is known of the incident; complete: what is known now.
 *
 * @param incidentId the incident
 * @param revision which state of knowledge; the report was 1, so from 2
 * @param contracts every contract concerned, each once
 * @param facts what is known now
 */
@Event(namespace = IncidentEvent.NAMESPACE, name = "IncidentFactsRevised", version = "1")
public record IncidentFactsRevised(
        @EventTag(key = Tags.INCIDENT) IncidentId incidentId,
        int revision,
        List<IncidentContract> contracts,
        IncidentFacts facts)
        implements IncidentEvent {

    /** Copies the list. */
    public IncidentFactsRevised {
        contracts = List.copyOf(contracts);
    }

    /** Every contract of the incident, in order: the tags by which each finds it. */
    @Override
    @EventTag(key = Tags.CONTRACT)
    public List<ContractId> contractIds() {
        return contracts.stream().map(IncidentContract::contractId).toList();
    }
}
