package jp.tenken.command.contract.closecontract;

import java.time.LocalDate;
import jp.tenken.edge.Answer;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.contract.ClosureKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class CloseContractEndpoint {

    private final CommandDispatcher commands;

    CloseContractEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/closure",
                Action.REGISTER_CONTRACT,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedClosure.class)
                .flatMap(body -> commands.dispatch(command(request, body.value()), body.context()))
                .map(Answer::written);
    }

    private static CloseContract command(Request request, RequestedClosure wanted) {
        return new CloseContract(
                request.path("id", ContractId.class),
                wanted.kind(),
                wanted.on(),
                wanted.reason(),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedClosure(ClosureKind kind, LocalDate on, @Nullable String reason) {}
}
