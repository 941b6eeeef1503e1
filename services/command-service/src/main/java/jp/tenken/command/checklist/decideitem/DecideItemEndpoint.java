package jp.tenken.command.checklist.decideitem;

import jp.tenken.command.checklist.WantedDecision;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class DecideItemEndpoint {

    private final CommandDispatcher commands;

    DecideItemEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.PUT,
                "/v1/municipalities/{code}/contracts/{id}/checklist/items/{itemCode}/decision",
                Action.DECIDE,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedDecision.class)
                .flatMap(body -> commands.dispatch(command(request, body), body.context()))
                .map(Answer::written);
    }

    private static DecideItem command(Request request, Body<RequestedDecision> body) {
        RequestedDecision wanted = body.value();
        return new DecideItem(
                request.path("id", ContractId.class),
                new WantedDecision(
                        request.path("itemCode", ItemCode.class),
                        wanted.answer(),
                        wanted.reason(),
                        wanted.changeReason(),
                        wanted.note()),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedDecision(
            jp.tenken.kernel.checklist.Answer answer,
            @Nullable String reason,
            @Nullable String changeReason,
            @Nullable String note) {}
}
