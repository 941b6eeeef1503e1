package jp.tenken.command.consultation.agreeconsultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.tenken.command.checklist.CommentedEndpoints;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TextRule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class AgreeConsultationEndpoint {

    private final CommentedEndpoints endpoints;

    AgreeConsultationEndpoint(CommentedEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/consultations/{id}/agreement",
                Action.SETTLE_CONSULTATION,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedAgreement.class)
                .flatMap(
                        body ->
                                endpoints.send(
                                        request,
                                        body.context(),
                                        TextRule.NOTE.required("measures", body.value().measures()),
                                        measures -> command(request, body.value(), measures)))
                .map(Answer::written);
    }

    private static AgreeConsultation command(
            Request request, RequestedAgreement wanted, @Nullable SealedText measures) {
        return new AgreeConsultation(
                request.path("id", ConsultationId.class),
                Objects.requireNonNull(measures),
                wanted.itemCodes(),
                wanted.effectiveOn(),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedAgreement(
            String measures, LocalDate effectiveOn, @Nullable List<ItemCode> itemCodes) {}
}
