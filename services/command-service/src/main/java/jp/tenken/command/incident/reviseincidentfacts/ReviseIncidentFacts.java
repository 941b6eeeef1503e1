package jp.tenken.command.incident.reviseincidentfacts;

import java.time.Instant;
import java.util.List;
import jp.tenken.command.checklist.ListRule;
import jp.tenken.command.incident.IncidentBoundary;
import jp.tenken.command.incident.ToldFacts;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.incident.IncidentContract;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Tell what is newly known of an incident.
 *
 * @param incidentId the incident
 * @param estimates contracts of the incident with what is estimated now; the others stay as they
 *     were
 * @param personsEstimate of the only contract; null = told by contract, or not at all
 * @param facts what is told; the rest stays as it was
 * @param revisedAt when this is told
 * @param scope how far the caller may act
 * @param expectedVersion the incident's version that the caller saw, or null
 */
@Command(namespace = "tenken.incident", name = "ReviseIncidentFacts", version = "1")
public record ReviseIncidentFacts(
        IncidentId incidentId,
        List<IncidentContract> estimates,
        @Nullable Integer personsEstimate,
        ToldFacts facts,
        Instant revisedAt,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses a contract twice. */
    public ReviseIncidentFacts {
        estimates =
                estimates.isEmpty()
                        ? List.of()
                        : ListRule.distinct("contracts", estimates, IncidentContract::contractId);
    }

    /** What the decision depends on, besides the contracts. */
    @TargetEntityId
    public IncidentBoundary boundary() {
        return new IncidentBoundary(incidentId, facts.learnedByDepartmentCode());
    }
}
