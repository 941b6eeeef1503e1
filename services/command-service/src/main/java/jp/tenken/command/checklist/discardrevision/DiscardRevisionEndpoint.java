package jp.tenken.command.checklist.discardrevision;

import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class DiscardRevisionEndpoint {

    private final CommandDispatcher commands;

    DiscardRevisionEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/checklist/revision-discard",
                Action.DECIDE,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedDiscard.class)
                .flatMap(body -> commands.dispatch(command(request, body), body.context()))
                .map(Answer::written);
    }

    private static DiscardRevision command(Request request, Body<RequestedDiscard> body) {
        return new DiscardRevision(
                request.path("id", ContractId.class),
                body.value().reason(),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedDiscard(@Nullable String reason) {}
}
