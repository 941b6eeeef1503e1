package jp.tenken.command.incident;

import java.util.List;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.incident.IncidentClassified;
import jp.tenken.kernel.incident.IncidentClosed;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.kernel.incident.IncidentFactsRevised;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.incident.IncidentWithdrawn;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/**
 * Which events a decision about an incident depends on: its own, and whether the department exists
 * that is said to have learned of it. Those of its contracts come to it by {@link
 * IncidentContracts}.
 *
 * @param incidentId the incident
 * @param learnedBy null where no department is named
 */
public record IncidentBoundary(IncidentId incidentId, @Nullable DepartmentCode learnedBy) {

    private static final List<Class<? extends Record>> OWN =
            List.of(
                    IncidentReported.class,
                    IncidentFactsRevised.class,
                    IncidentContractAdded.class,
                    IncidentClassified.class,
                    IncidentWithdrawn.class,
                    IncidentClosed.class);

    /** The incident alone. */
    public static IncidentBoundary of(IncidentId incidentId) {
        return new IncidentBoundary(incidentId, null);
    }

    EventCriteria criteria() {
        EventCriteria own =
                EventCriteria.havingTags(Tags.INCIDENT, incidentId.value())
                        .andBeingOneOfTypes(
                                OWN.stream().map(EventCatalogue::nameOf).toArray(String[]::new));
        return learnedBy == null
                ? own
                : own.or(
                        EventCriteria.havingTags(Tags.DEPARTMENT, learnedBy.value())
                                .andBeingOneOfTypes(
                                        EventCatalogue.nameOf(DepartmentEstablished.class)));
    }
}
