package jp.tenken.command.checklist.reconfirmitems;

import java.util.List;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class ReconfirmItemsEndpoint {

    private final CommandDispatcher commands;

    ReconfirmItemsEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/checklist/reconfirmations",
                Action.DECIDE,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedItems.class)
                .flatMap(body -> commands.dispatch(command(request, body), body.context()))
                .map(Answer::written);
    }

    private static ReconfirmItems command(Request request, Body<RequestedItems> body) {
        return new ReconfirmItems(
                request.path("id", ContractId.class),
                body.value().itemCodes(),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedItems(List<ItemCode> itemCodes) {}
}
