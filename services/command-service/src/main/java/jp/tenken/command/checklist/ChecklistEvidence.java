package jp.tenken.command.checklist;

import java.util.HashMap;
import java.util.Map;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.EvidenceReferenced;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/**
 * The evidence of a contract; apart from the checklist, so that nobody who adds a document disturbs
 * who decides or reviews.
 *
 * @param open the contract and its checklist
 * @param known how many events each reference has: 1 = it counts, 2 = it was withdrawn
 */
@EventSourcedEntity
public record ChecklistEvidence(OpenChecklist open, Map<EvidenceId, Integer> known) {

    /** Copies the map. */
    public ChecklistEvidence {
        known = Map.copyOf(known);
    }

    /** Nothing known. */
    @EntityCreator
    public ChecklistEvidence() {
        this(OpenChecklist.NONE, Map.of());
    }

    @EventSourcingHandler
    public ChecklistEvidence evolve(ContractRegistered event) {
        return new ChecklistEvidence(open.evolve(event), known);
    }

    @EventSourcingHandler
    public ChecklistEvidence evolve(ContractTransferredToDepartment event) {
        return new ChecklistEvidence(open.evolve(event), known);
    }

    @EventSourcingHandler
    public ChecklistEvidence evolve(ParticipatingDepartmentsSet event) {
        return new ChecklistEvidence(open.evolve(event), known);
    }

    @EventSourcingHandler
    public ChecklistEvidence evolve(ContractClosed event) {
        return new ChecklistEvidence(open.evolve(event), known);
    }

    @EventSourcingHandler
    public ChecklistEvidence evolve(ChecklistOpened event) {
        return new ChecklistEvidence(open.evolve(event), known);
    }

    @EventSourcingHandler
    public ChecklistEvidence evolve(EvidenceReferenced event) {
        return another(event.evidenceId());
    }

    @EventSourcingHandler
    public ChecklistEvidence evolve(EvidenceWithdrawn event) {
        return another(event.evidenceId());
    }

    /** The number of events of a reference; 0 = there is none of this id. */
    public int versionOf(EvidenceId evidenceId) {
        return known.getOrDefault(evidenceId, 0);
    }

    private ChecklistEvidence another(EvidenceId evidenceId) {
        Map<EvidenceId, Integer> more = new HashMap<>(known);
        more.merge(evidenceId, 1, Integer::sum);
        return new ChecklistEvidence(open, more);
    }

    @EventCriteriaBuilder
    static EventCriteria criteria(ContractId contractId) {
        return Boundaries.evidence(contractId);
    }
}
