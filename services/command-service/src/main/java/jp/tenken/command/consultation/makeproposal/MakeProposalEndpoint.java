package jp.tenken.command.consultation.makeproposal;

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

final class MakeProposalEndpoint {

    private final CommentedEndpoints endpoints;

    MakeProposalEndpoint(CommentedEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/consultations/{id}/proposals",
                Action.OPEN_CONSULTATION,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedProposal.class)
                .flatMap(
                        body ->
                                endpoints.send(
                                        request,
                                        body.context(),
                                        TextRule.NOTE.required("proposal", body.value().proposal()),
                                        proposal -> command(request, proposal)))
                .map(Answer::written);
    }

    private static MakeProposal command(Request request, @Nullable SealedText proposal) {
        return new MakeProposal(
                request.path("id", ConsultationId.class),
                Objects.requireNonNull(proposal),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedProposal(String proposal) {}
}
