package jp.tenken.command.incident.withdrawincident;

import java.util.Objects;
import jp.tenken.command.checklist.CommentedEndpoints;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TextRule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class WithdrawIncidentEndpoint {

    private final CommentedEndpoints endpoints;

    WithdrawIncidentEndpoint(CommentedEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/incidents/{id}/withdrawal",
                Action.HANDLE_INCIDENT,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedWithdrawal.class)
                .flatMap(
                        body ->
                                endpoints.send(
                                        request,
                                        body.context(),
                                        TextRule.NOTE.required("reason", body.value().reason()),
                                        reason -> command(request, reason)))
                .map(Answer::written);
    }

    private static WithdrawIncident command(Request request, @Nullable SealedText reason) {
        return new WithdrawIncident(
                request.path("id", IncidentId.class),
                Objects.requireNonNull(reason),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedWithdrawal(String reason) {}
}
