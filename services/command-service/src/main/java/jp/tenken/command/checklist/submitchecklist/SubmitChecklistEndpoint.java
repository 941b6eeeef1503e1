package jp.tenken.command.checklist.submitchecklist;

import jp.tenken.command.checklist.CommentedEndpoints;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TextRule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class SubmitChecklistEndpoint {

    private final CommentedEndpoints endpoints;

    SubmitChecklistEndpoint(CommentedEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/checklist/submission",
                Action.DECIDE,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedStep.class)
                .flatMap(
                        body ->
                                endpoints.send(
                                        request,
                                        body.context(),
                                        TextRule.NOTE.optional("comment", body.value().comment()),
                                        comment -> command(request, body.value(), comment)))
                .map(Answer::written);
    }

    private static SubmitChecklist command(
            Request request, RequestedStep wanted, @Nullable SealedText comment) {
        return new SubmitChecklist(
                request.path("id", ContractId.class),
                comment,
                wanted.onBehalfOf(),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedStep(@Nullable String comment, @Nullable String onBehalfOf) {}
}
