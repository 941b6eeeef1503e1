package jp.tenken.command.checklist.reconfirmitem;

import jp.tenken.edge.Answer;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class ReconfirmItemEndpoint {

    private final CommandDispatcher commands;

    ReconfirmItemEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/checklist/items/{itemCode}/reconfirmation",
                Action.DECIDE,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        ReconfirmItem command =
                new ReconfirmItem(
                        request.path("id", ContractId.class),
                        request.path("itemCode", ItemCode.class),
                        request.scope(),
                        request.expectedVersion());
        return request.noBody()
                .flatMap(context -> commands.dispatch(command, context))
                .map(Answer::written);
    }
}
