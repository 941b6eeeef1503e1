package jp.tenken.command.contract.declarefacts;

import jp.tenken.edge.Answer;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.contract.ContractFacts;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class DeclareFactsEndpoint {

    private final CommandDispatcher commands;

    DeclareFactsEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.PUT,
                "/v1/municipalities/{code}/contracts/{id}/facts",
                Action.REGISTER_CONTRACT,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(ContractFacts.class)
                .flatMap(
                        body ->
                                commands.dispatch(
                                        new DeclareFacts(
                                                request.path("id", ContractId.class),
                                                body.value(),
                                                request.scope(),
                                                request.expectedVersion()),
                                        body.context()))
                .map(Answer::written);
    }
}
