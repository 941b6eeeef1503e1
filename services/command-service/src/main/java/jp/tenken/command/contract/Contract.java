package jp.tenken.command.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.command.checklist.Parties;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.Violation;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.contract.ContractAmended;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractEvent;
import jp.tenken.kernel.contract.ContractFacts;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/**
 * A contract as it stands.
 *
 * @param open to whom it belongs and whether it runs
 * @param terms null where it is not registered
 * @param facts what was declared; {@link ContractFacts#NONE} before
 * @param departments those of the boundary that exist
 * @param version number of events about the contract itself
 */
@EventSourcedEntity
public record Contract(
        OpenChecklist open,
        @Nullable ContractTerms terms,
        ContractFacts facts,
        Set<DepartmentCode> departments,
        long version) {

    /** Copies the set. */
    public Contract {
        departments = Set.copyOf(departments);
    }

    /** Nothing known. */
    @EntityCreator
    public Contract() {
        this(OpenChecklist.NONE, null, ContractFacts.NONE, Set.of(), 0);
    }

    /** It was registered. */
    @EventSourcingHandler
    public Contract evolve(ContractRegistered event) {
        ContractTerms agreed =
                new ContractTerms(event.contractNumber(), event.title(), event.period());
        return new Contract(open.evolve(event), agreed, facts, departments, version + 1);
    }

    /** Facts were declared. */
    @EventSourcingHandler
    public Contract evolve(ContractFactsDeclared event) {
        return new Contract(open, terms, event.facts(), departments, version + 1);
    }

    /** It was amended. */
    @EventSourcingHandler
    public Contract evolve(ContractAmended event) {
        ContractTerms amended =
                new ContractTerms(event.contractNumber(), event.title(), event.period());
        return new Contract(open, amended, facts, departments, version + 1);
    }

    /** Another department is in charge. */
    @EventSourcingHandler
    public Contract evolve(ContractTransferredToDepartment event) {
        return belonging(open.evolve(event));
    }

    /** Others have a part in it. */
    @EventSourcingHandler
    public Contract evolve(ParticipatingDepartmentsSet event) {
        return belonging(open.evolve(event));
    }

    /** It is at its end. */
    @EventSourcingHandler
    public Contract evolve(ContractClosed event) {
        return belonging(open.evolve(event));
    }

    /** Its checklist was opened. */
    @EventSourcingHandler
    public Contract evolve(ChecklistOpened event) {
        return new Contract(open.evolve(event), terms, facts, departments, version);
    }

    /** A department of the boundary exists. */
    @EventSourcingHandler
    public Contract evolve(DepartmentEstablished event) {
        Set<DepartmentCode> more = new HashSet<>(departments);
        more.add(event.departmentCode());
        return new Contract(open, terms, facts, more, version);
    }

    /**
     * To whom it belongs, for what only goes on while the contract does.
     *
     * @param scope how far the caller may act
     * @param expectedVersion the version that the caller saw, or null
     * @throws Rejection {@code contract-not-found}, {@code out-of-scope}, {@code version-stale} or
     *     {@code contract-closed}
     */
    public Parties runningFor(Scope scope, @Nullable Long expectedVersion) {
        open.openedFor(scope);
        Rejection.requireVersion(expectedVersion, version);
        open.requireRunning();
        return Objects.requireNonNull(open.parties());
    }

    /** The terms of a registered contract. */
    public ContractTerms agreed() {
        return Objects.requireNonNull(terms);
    }

    /** Refuses ({@code department-unknown}) a department that the municipality does not have. */
    public void requireDepartments(String field, List<DepartmentCode> named) {
        List<Violation> violations =
                named.stream()
                        .filter(code -> !departments.contains(code))
                        .map(
                                code ->
                                        new Violation(
                                                field,
                                                RejectionCodes.DEPARTMENT_UNKNOWN,
                                                Map.of("departmentCode", code.value())))
                        .toList();
        if (!violations.isEmpty()) {
            throw Rejection.invalid(RejectionCodes.DEPARTMENT_UNKNOWN, violations);
        }
    }

    /** The decision that these events are; none = without effect. */
    public Decision decision(ContractId contractId, List<? extends ContractEvent> events) {
        return new Decision(contractId.value(), version + events.size(), List.copyOf(events));
    }

    @EventCriteriaBuilder
    static EventCriteria criteria(ContractBoundary boundary) {
        return boundary.criteria();
    }

    private Contract belonging(OpenChecklist next) {
        return new Contract(next, terms, facts, departments, version + 1);
    }
}
