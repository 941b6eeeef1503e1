package jp.tenken.command.incident.withdrawincident;

import jp.tenken.command.incident.IncidentBoundary;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Withdraw the report of an incident.
 *
 * @param incidentId the incident
 * @param reason why, sealed
 * @param scope how far the caller may act
 * @param expectedVersion the incident's version that the caller saw, or null
 */
@Command(namespace = "tenken.incident", name = "WithdrawIncident", version = "1")
public record WithdrawIncident(
        IncidentId incidentId, SealedText reason, Scope scope, @Nullable Long expectedVersion) {

    /** What the decision depends on, besides the contracts. */
    @TargetEntityId
    public IncidentBoundary boundary() {
        return IncidentBoundary.of(incidentId);
    }
}
