package jp.tenken.command.incident.closeincident;

import jp.tenken.command.incident.IncidentBoundary;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Close an incident.
 *
 * @param incidentId the incident
 * @param comment what is said with it, sealed; null = nothing
 * @param scope how far the caller may act
 * @param expectedVersion the incident's version that the caller saw, or null
 */
@Command(namespace = "tenken.incident", name = "CloseIncident", version = "1")
public record CloseIncident(
        IncidentId incidentId,
        @Nullable SealedText comment,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** What the decision depends on, besides the contracts. */
    @TargetEntityId
    public IncidentBoundary boundary() {
        return IncidentBoundary.of(incidentId);
    }
}
