package jp.tenken.command.incident.reviseincidentfacts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import jp.tenken.command.incident.ConcernedContracts;
import jp.tenken.command.incident.Incident;
import jp.tenken.command.incident.IncidentContracts;
import jp.tenken.command.incident.Times;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentFacts;
import jp.tenken.kernel.incident.IncidentFactsRevised;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.modelling.annotation.InjectEntity;

final class ReviseIncidentFactsHandler {

    private final IncidentContracts contracts;

    ReviseIncidentFactsHandler(IncidentContracts contracts) {
        this.contracts = contracts;
    }

    @CommandHandler
    CompletableFuture<Decision> handle(
            ReviseIncidentFacts command, @InjectEntity Incident state, ProcessingContext context) {
        return contracts
                .of(state.contractIds(), context)
                .thenApply(concerned -> decide(command, state, concerned));
    }

    static Decision decide(
            ReviseIncidentFacts command, Incident state, ConcernedContracts concerned) {
        state.requireOpenFor(concerned, command.scope(), command.expectedVersion());
        state.requireDepartment(command.facts().learnedByDepartmentCode());
        IncidentFacts facts =
                command.facts().over(Objects.requireNonNull(state.facts(), "reported"));
        Times.requirePast(facts, command.revisedAt());
        return state.decision(
                new IncidentFactsRevised(
                        command.incidentId(),
                        state.revision() + 1,
                        estimated(command, state, concerned),
                        facts));
    }

    private static List<IncidentContract> told(ReviseIncidentFacts command, Incident state) {
        Integer persons = command.personsEstimate();
        if (persons == null) {
            return command.estimates();
        }
        if (state.contracts().size() != 1 || !command.estimates().isEmpty()) {
            throw Rejection.invalidField(
                    "personsEstimate", RejectionCodes.PERSONS_ESTIMATE_AMBIGUOUS);
        }
        return List.of(new IncidentContract(state.contractIds().getFirst(), persons));
    }

    private static List<IncidentContract> estimated(
            ReviseIncidentFacts command, Incident state, ConcernedContracts concerned) {
        Map<ContractId, IncidentContract> known = new LinkedHashMap<>();
        state.contracts().forEach(each -> known.put(each.contractId(), each));
        List<IncidentContract> estimates = told(command, state);
        for (int i = 0; i < estimates.size(); i++) {
            IncidentContract told = estimates.get(i);
            IncidentContract before = known.get(told.contractId());
            if (before == null) {
                throw Rejection.invalidField(
                        "contracts[%d].contractId".formatted(i), RejectionCodes.CONTRACT_UNKNOWN);
            }
            if (!told.equals(before) && !concerned.covers(told.contractId(), command.scope())) {
                throw Rejection.forbidden(RejectionCodes.OUT_OF_SCOPE);
            }
            known.put(told.contractId(), told);
        }
        return List.copyOf(known.values());
    }
}
