package jp.tenken.command.incident.classifyincident;

import java.util.List;
import jp.tenken.command.checklist.ListRule;
import jp.tenken.command.incident.IncidentBoundary;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.incident.ReportableSituation;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Decide which reportable situations an incident is.
 *
 * @param incidentId the incident
 * @param situations each once; none = it need not be reported
 * @param reason why, sealed; needed where it need not be reported
 * @param scope how far the caller may act
 * @param expectedVersion the incident's version that the caller saw, or null
 */
@Command(namespace = "tenken.incident", name = "ClassifyIncident", version = "1")
public record ClassifyIncident(
        IncidentId incidentId,
        List<ReportableSituation> situations,
        @Nullable SealedText reason,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses a situation twice, and none without a reason. */
    public ClassifyIncident {
        situations = situations.isEmpty() ? List.of() : ListRule.distinct("situations", situations);
        if (situations.isEmpty() && reason == null) {
            throw Rejection.invalidField("reason", RejectionCodes.CLASSIFICATION_REASON_REQUIRED);
        }
    }

    /** What the decision depends on, besides the contracts. */
    @TargetEntityId
    public IncidentBoundary boundary() {
        return IncidentBoundary.of(incidentId);
    }
}
