package jp.tenken.command.consultation.withdrawconsultation;

import jp.tenken.command.checklist.CommentedEndpoints;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TextRule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class WithdrawConsultationEndpoint {

    private final CommentedEndpoints endpoints;

    WithdrawConsultationEndpoint(CommentedEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/consultations/{id}/withdrawal",
                Action.OPEN_CONSULTATION,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedWithdrawal.class)
                .flatMap(
                        body ->
                                endpoints.send(
                                        request,
                                        body.context(),
                                        TextRule.NOTE.optional("reason", body.value().reason()),
                                        reason -> command(request, reason)))
                .map(Answer::written);
    }

    private static WithdrawConsultation command(Request request, @Nullable SealedText reason) {
        return new WithdrawConsultation(
                request.path("id", ConsultationId.class),
                reason,
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedWithdrawal(@Nullable String reason) {}
}
