package jp.tenken.command.incident.addincidentcontract;

import java.util.List;
import java.util.stream.IntStream;
import jp.tenken.command.checklist.ListRule;
import jp.tenken.command.incident.IncidentBoundary;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.incident.IncidentContract;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Add contracts to an incident.
 *
 * @param incidentId the incident
 * @param contracts each once, with what is estimated
 * @param listed whether the request named them as a list; else it named one at the top
 * @param scope how far the caller may act
 * @param expectedVersion the incident's version that the caller saw, or null
 */
@Command(namespace = "tenken.incident", name = "AddIncidentContract", version = "1")
public record AddIncidentContract(
        IncidentId incidentId,
        List<IncidentContract> contracts,
        boolean listed,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses no contract, and one twice. */
    public AddIncidentContract {
        contracts = ListRule.distinct("contracts", contracts, IncidentContract::contractId);
    }

    /** Where the request names them, in their order. */
    List<String> fields() {
        return listed
                ? IntStream.range(0, contracts.size())
                        .mapToObj("contracts[%d].contractId"::formatted)
                        .toList()
                : List.of("contractId");
    }

    List<ContractId> contractIds() {
        return contracts.stream().map(IncidentContract::contractId).toList();
    }

    /** What the decision depends on, besides the contracts. */
    @TargetEntityId
    public IncidentBoundary boundary() {
        return IncidentBoundary.of(incidentId);
    }
}
