package jp.tenken.command.incident.addincidentcontract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jp.tenken.command.checklist.ListRule;
import jp.tenken.command.incident.ConcernedContracts;
import jp.tenken.command.incident.Incident;
import jp.tenken.command.incident.IncidentContracts;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentContractAdded;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.modelling.annotation.InjectEntity;

final class AddIncidentContractHandler {

    private final IncidentContracts contracts;

    AddIncidentContractHandler(IncidentContracts contracts) {
        this.contracts = contracts;
    }

    @CommandHandler
    CompletableFuture<Decision> handle(
            AddIncidentContract command, @InjectEntity Incident state, ProcessingContext context) {
        return contracts
                .of(withAdded(command, state), context)
                .thenApply(concerned -> decide(command, state, concerned));
    }

    static Decision decide(
            AddIncidentContract command, Incident state, ConcernedContracts concerned) {
        state.requireOpenFor(concerned, command.scope(), command.expectedVersion());
        concerned.requireEach(command.contractIds(), command.fields(), command.scope());
        List<ContractId> all = new ArrayList<>(state.contractIds());
        List<IncidentContractAdded> added = new ArrayList<>();
        for (IncidentContract contract : command.contracts()) {
            if (!all.contains(contract.contractId())) {
                all.add(contract.contractId());
                added.add(new IncidentContractAdded(command.incidentId(), contract, all));
            }
        }
        if (all.size() > ListRule.MAX) {
            throw Rejection.invalidField(
                    command.listed() ? "contracts" : "contractId",
                    RejectionCodes.TOO_MANY_ENTRIES,
                    Map.of("max", Integer.toString(ListRule.MAX)));
        }
        return new Decision(
                command.incidentId().value(), state.version() + added.size(), List.copyOf(added));
    }

    private static List<ContractId> withAdded(AddIncidentContract command, Incident state) {
        return Stream.concat(state.contractIds().stream(), command.contractIds().stream())
                .distinct()
                .toList();
    }
}
