package jp.tenken.command.incident.addincidentcontract;

import jp.tenken.edge.Answer;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.incident.IncidentContract;
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
        return request.body(IncidentContract.class)
                .flatMap(
                        body ->
                                commands.dispatch(
                                        new AddIncidentContract(
                                                request.path("id", IncidentId.class),
                                                body.value(),
                                                request.scope(),
                                                request.expectedVersion()),
                                        body.context()))
                .map(Answer::written);
    }
}
