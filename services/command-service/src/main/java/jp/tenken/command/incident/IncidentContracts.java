package jp.tenken.command.incident;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.command.contract.ContractStanding;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.contract.ContractFacts;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.modelling.StateManager;

/**
 * Sources the contracts of an incident. Which they are is known only once the incident itself was
 * sourced, so they cannot be part of its boundary; they join it in the same unit of work, and what
 * happens to them meanwhile is a conflict like any other.
 *
 * @param states knows how entities are sourced
 */
public record IncidentContracts(StateManager states) {

    /** How these contracts stand, sourced one after the other. */
    public CompletableFuture<ConcernedContracts> of(
            Collection<ContractId> contractIds, ProcessingContext context) {
        CompletableFuture<Map<ContractId, OpenChecklist>> all =
                CompletableFuture.completedFuture(Map.of());
        for (ContractId id : contractIds) {
            all =
                    all.thenCompose(
                            known ->
                                    states.loadEntity(ContractStanding.class, id, context)
                                            .thenApply(found -> with(known, id, found)));
        }
        return all.thenApply(ConcernedContracts::new);
    }

    /** What was declared of these contracts, sourced one after the other. */
    public CompletableFuture<List<ContractFacts>> facts(
            Collection<ContractId> contractIds, ProcessingContext context) {
        CompletableFuture<List<ContractFacts>> all = CompletableFuture.completedFuture(List.of());
        for (ContractId id : contractIds) {
            all =
                    all.thenCompose(
                            known ->
                                    states.loadEntity(DeclaredFacts.class, id, context)
                                            .thenApply(found -> with(known, found.facts())));
        }
        return all;
    }

    private static List<ContractFacts> with(List<ContractFacts> known, ContractFacts facts) {
        return Stream.concat(known.stream(), Stream.of(facts)).toList();
    }

    private static Map<ContractId, OpenChecklist> with(
            Map<ContractId, OpenChecklist> known, ContractId id, ContractStanding found) {
        Map<ContractId, OpenChecklist> more = new HashMap<>(known);
        more.put(id, found.open());
        return more;
    }
}
