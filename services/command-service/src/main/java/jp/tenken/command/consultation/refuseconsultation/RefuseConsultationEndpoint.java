package jp.tenken.command.consultation.refuseconsultation;

import java.util.Objects;
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

final class RefuseConsultationEndpoint {

    private final CommentedEndpoints endpoints;

    RefuseConsultationEndpoint(CommentedEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/consultations/{id}/refusal",
                Action.SETTLE_CONSULTATION,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedRefusal.class)
                .flatMap(
                        body ->
                                endpoints.send(
                                        request,
                                        body.context(),
                                        TextRule.NOTE.required("reason", body.value().reason()),
                                        reason -> command(request, reason)))
                .map(Answer::written);
    }

    private static RefuseConsultation command(Request request, @Nullable SealedText reason) {
        return new RefuseConsultation(
                request.path("id", ConsultationId.class),
                Objects.requireNonNull(reason),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedRefusal(String reason) {}
}
