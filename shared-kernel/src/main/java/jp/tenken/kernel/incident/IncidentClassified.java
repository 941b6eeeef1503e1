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
 * It was decided which reportable situations the incident is; replaces what was decided before.
 *
 * @param incidentId the incident
 * @param contractIds every contract of the incident
 * @param situations each once; none = it need not be reported
 * @param reason why, sealed; always there where it need not be reported
 */
@Event(namespace = IncidentEvent.NAMESPACE, name = "IncidentClassified", version = "1")
public record IncidentClassified(
        @EventTag(key = Tags.INCIDENT) IncidentId incidentId,
        @EventTag(key = Tags.CONTRACT) List<ContractId> contractIds,
        List<ReportableSituation> situations,
        @Nullable SealedText reason)
        implements IncidentEvent {

    /** Copies the lists. */
    public IncidentClassified {
        contractIds = List.copyOf(contractIds);
        situations = List.copyOf(situations);
    }
}
