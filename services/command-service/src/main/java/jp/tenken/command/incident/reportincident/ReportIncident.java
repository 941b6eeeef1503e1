package jp.tenken.command.incident.reportincident;

import java.time.Instant;
import java.util.List;
import jp.tenken.command.checklist.ListRule;
import jp.tenken.command.incident.IncidentBoundary;
import jp.tenken.command.incident.Times;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentFacts;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;

/**
 * Report an incident.
 *
 * @param incidentId of the incident to be; made at the edge
 * @param contracts the contracts concerned, each once
 * @param facts what is known
 * @param reportedAt when this is told
 * @param scope how far the caller may act
 */
@Command(namespace = "tenken.incident", name = "ReportIncident", version = "1")
public record ReportIncident(
        IncidentId incidentId,
        List<IncidentContract> contracts,
        IncidentFacts facts,
        Instant reportedAt,
        Scope scope) {

    /** Refuses no contract, one twice, and times that lie ahead. */
    public ReportIncident {
        contracts = ListRule.distinct("contracts", contracts, IncidentContract::contractId);
        Times.requirePast(facts, reportedAt);
    }

    /** What the decision depends on, besides the contracts. */
    @TargetEntityId
    public IncidentBoundary boundary() {
        return new IncidentBoundary(incidentId, facts.learnedByDepartmentCode());
    }

    List<ContractId> contractIds() {
        return contracts.stream().map(IncidentContract::contractId).toList();
    }
}
