package jp.tenken.command.incident.addincidentcontract;

import java.util.List;
import jp.tenken.edge.Answer;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.incident.IncidentContract;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class AddIncidentContractEndpoint {

    private final CommandDispatcher commands;

    AddIncidentContractEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/incidents/{id}/contracts",
                Action.REPORT_INCIDENT,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedContracts.class)
                .flatMap(
                        body ->
                                commands.dispatch(
                                        new AddIncidentContract(
                                                request.path("id", IncidentId.class),
                                                body.value().all(),
                                                body.value().contracts() != null,
                                                request.scope(),
                                                request.expectedVersion()),
                                        body.context()))
                .map(Answer::written);
    }

    /** The body: one contract, or several of them as a list. */
    record RequestedContracts(
            @Nullable ContractId contractId,
            @Nullable Integer personsEstimate,
            @Nullable List<IncidentContract> contracts) {

        List<IncidentContract> all() {
            if (contracts == null) {
                if (contractId == null) {
                    throw Refusal.field("contractId", "field-required");
                }
                return List.of(new IncidentContract(contractId, personsEstimate));
            }
            if (contractId != null || personsEstimate != null) {
                throw Refusal.field(
                        contractId != null ? "contractId" : "personsEstimate", "field-unknown");
            }
            return contracts;
        }
    }
}
