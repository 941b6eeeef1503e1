package jp.tenken.command.incident.addincidentcontract;

import jp.tenken.command.incident.IncidentBoundary;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.incident.IncidentContract;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Add a contract to an incident.
 *
 * @param incidentId the incident
 * @param contract the contract, with what is estimated
 * @param scope how far the caller may act
 * @param expectedVersion the incident's version that the caller saw, or null
 */
@Command(namespace = "tenken.incident", name = "AddIncidentContract", version = "1")
public record AddIncidentContract(
        IncidentId incidentId,
        IncidentContract contract,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** What the decision depends on, besides the contracts. */
    @TargetEntityId
    public IncidentBoundary boundary() {
        return IncidentBoundary.of(incidentId);
    }
}
