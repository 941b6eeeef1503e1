package jp.tenken.command.incident.reportincident;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tenken.command.incident.ConcernedContracts;
import jp.tenken.command.incident.Incident;
import jp.tenken.command.incident.IncidentContracts;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.contract.ContractFacts;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.incident.ReportableSituation;
import jp.tenken.kernel.incident.SuggestedSituations;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.modelling.annotation.InjectEntity;

final class ReportIncidentHandler {

    /** Told: the situations that the facts suggest, with separators between them. */
    static final String SUGGESTED = "suggestedSituations";

    /** Between two words that are told. */
    static final String SEPARATOR = ",";

    private final IncidentContracts contracts;

    ReportIncidentHandler(IncidentContracts contracts) {
        this.contracts = contracts;
    }

    @CommandHandler
    CompletableFuture<Decision> handle(
            ReportIncident command, @InjectEntity Incident state, ProcessingContext context) {
        return contracts
                .of(command.contractIds(), context)
                .thenApply(concerned -> decide(command, state, concerned))
                .thenCombine(
                        contracts.facts(command.contractIds(), context),
                        (decision, declared) ->
                                decision.telling(SUGGESTED, suggested(command, declared)));
    }

    /** What the facts suggest when it is reported: the clock of the answer follows from it. */
    private static String suggested(ReportIncident command, List<ContractFacts> declared) {
        return SuggestedSituations.of(command.facts(), command.contracts(), declared).stream()
                .map(ReportableSituation::value)
                .collect(Collectors.joining(SEPARATOR));
    }

    static Decision decide(ReportIncident command, Incident state, ConcernedContracts concerned) {
        List<ContractId> named = command.contractIds();
        concerned.requireEach(named, fields(named.size()), command.scope());
        state.requireDepartment(command.facts().learnedByDepartmentCode());
        if (state.version() > 0) {
            return Decision.withoutEffect(command.incidentId().value(), state.version());
        }
        return state.decision(
                new IncidentReported(
                        command.incidentId(),
                        command.contracts(),
                        command.facts(),
                        concerned.speaking(named.getFirst(), command.scope())));
    }

    private static List<String> fields(int count) {
        return IntStream.range(0, count).mapToObj("contracts[%d].contractId"::formatted).toList();
    }
}
