package jp.tenken.command.incident;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.incident.IncidentClassified;
import jp.tenken.kernel.incident.IncidentClosed;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.kernel.incident.IncidentEvent;
import jp.tenken.kernel.incident.IncidentFacts;
import jp.tenken.kernel.incident.IncidentFactsRevised;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.incident.IncidentWithdrawn;
import jp.tenken.kernel.incident.ReportableSituation;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stands.
 *
 * @param stage how far it has come
 * @param contracts every contract concerned, each once, in the order in which they came to it
 * @param revision number of states of knowledge; 0 before the report
 * @param facts what is known now; null before the report
 * @param situations how it was classified last; null before
 * @param departments those of the boundary that exist
 * @param version number of its events
 */
@EventSourcedEntity
public record Incident(
        IncidentStage stage,
        List<IncidentContract> contracts,
        int revision,
        @Nullable IncidentFacts facts,
        @Nullable List<ReportableSituation> situations,
        Set<DepartmentCode> departments,
        long version) {

    /** Copies the collections. */
    public Incident {
        contracts = List.copyOf(contracts);
        situations = situations == null ? null : List.copyOf(situations);
        departments = Set.copyOf(departments);
    }

    /** Nothing known. */
    @EntityCreator
    public Incident() {
        this(IncidentStage.UNKNOWN, List.of(), 0, null, null, Set.of(), 0);
    }

    /** It was reported. */
    @EventSourcingHandler
    public Incident evolve(IncidentReported event) {
        return new Incident(
                IncidentStage.OPEN,
                event.contracts(),
                1,
                event.facts(),
                null,
                departments,
                version + 1);
    }

    /** More is known of it. */
    @EventSourcingHandler
    public Incident evolve(IncidentFactsRevised event) {
        return new Incident(
                stage,
                event.contracts(),
                event.revision(),
                event.facts(),
                situations,
                departments,
                version + 1);
    }

    /** Another contract is concerned. */
    @EventSourcingHandler
    public Incident evolve(IncidentContractAdded event) {
        return next(
                stage,
                Stream.concat(contracts.stream(), Stream.of(event.contract())).toList(),
                situations);
    }

    /** It was decided what it is. */
    @EventSourcingHandler
    public Incident evolve(IncidentClassified event) {
        return next(stage, contracts, event.situations());
    }

    /** It was none. */
    @EventSourcingHandler
    public Incident evolve(IncidentWithdrawn event) {
        return next(IncidentStage.WITHDRAWN, contracts, situations);
    }

    /** Nothing is left to do. */
    @EventSourcingHandler
    public Incident evolve(IncidentClosed event) {
        return next(IncidentStage.CLOSED, contracts, situations);
    }

    /** A department of the boundary exists. */
    @EventSourcingHandler
    public Incident evolve(DepartmentEstablished event) {
        return new Incident(
                stage,
                contracts,
                revision,
                facts,
                situations,
                Set.of(event.departmentCode()),
                version);
    }

    /** Every contract concerned, in order. */
    public List<ContractId> contractIds() {
        return contracts.stream().map(IncidentContract::contractId).toList();
    }

    /**
     * That the caller may go on with it, and that there is something to go on with.
     *
     * @param concerned its contracts
     * @param scope how far the caller may act
     * @param expectedVersion the version that the caller saw, or null
     * @throws Rejection {@code incident-not-found}, {@code out-of-scope}, {@code version-stale} or
     *     {@code incident-not-open}
     */
    public void requireOpenFor(
            ConcernedContracts concerned, Scope scope, @Nullable Long expectedVersion) {
        if (stage == IncidentStage.UNKNOWN) {
            throw Rejection.notFound(RejectionCodes.INCIDENT_NOT_FOUND);
        }
        concerned.requireOne(contractIds(), scope);
        Rejection.requireVersion(expectedVersion, version);
        if (stage != IncidentStage.OPEN) {
            throw Rejection.conflict(RejectionCodes.INCIDENT_NOT_OPEN);
        }
    }

    /** Refuses ({@code department-unknown}) a department that the municipality does not have. */
    public void requireDepartment(@Nullable DepartmentCode learnedBy) {
        if (learnedBy != null && !departments.contains(learnedBy)) {
            throw Rejection.invalidField(
                    "learnedByDepartmentCode",
                    RejectionCodes.DEPARTMENT_UNKNOWN,
                    Map.of("departmentCode", learnedBy.value()));
        }
    }

    /** The decision that this event is. */
    public Decision decision(IncidentEvent event) {
        return new Decision(event.incidentId().value(), version + 1, List.of(event));
    }

    @EventCriteriaBuilder
    static EventCriteria criteria(IncidentBoundary boundary) {
        return boundary.criteria();
    }

    private Incident next(
            IncidentStage then,
            List<IncidentContract> with,
            @Nullable List<ReportableSituation> classified) {
        return new Incident(then, with, revision, facts, classified, departments, version + 1);
    }
}
