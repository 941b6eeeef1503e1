package jp.tenken.command.checklist.withdrawevidence;

import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.EvidenceId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class WithdrawEvidenceEndpoint {

    private final CommandDispatcher commands;

    WithdrawEvidenceEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/evidence/{evidenceId}/withdrawal",
                Action.RECORD_DUTY,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedWithdrawal.class)
                .flatMap(body -> commands.dispatch(command(request, body), body.context()))
                .map(Answer::written);
    }

    private static WithdrawEvidence command(Request request, Body<RequestedWithdrawal> body) {
        return new WithdrawEvidence(
                request.path("id", ContractId.class),
                request.path("evidenceId", EvidenceId.class),
                body.value().reason(),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedWithdrawal(@Nullable String reason) {}
}
