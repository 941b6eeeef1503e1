package jp.tenken.command.municipality.setapprovalpath;

import java.util.List;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.municipality.ApprovalPath;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class SetApprovalPathEndpoint {

    private final CommandDispatcher commands;

    SetApprovalPathEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.PUT,
                "/v1/municipalities/{code}/approval-path",
                Action.MANAGE_MUNICIPALITY,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedPath.class)
                .flatMap(body -> commands.dispatch(command(request, body), body.context()))
                .map(Answer::written);
    }

    private static SetApprovalPath command(Request request, Body<RequestedPath> body) {
        return new SetApprovalPath(
                new ApprovalPath(body.value().steps()), request.scope(), request.expectedVersion());
    }

    /** The body. */
    record RequestedPath(List<Role> steps) {}
}
