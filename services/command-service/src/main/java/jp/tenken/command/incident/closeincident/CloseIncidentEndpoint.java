package jp.tenken.command.incident.closeincident;

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

final class CloseIncidentEndpoint {

    private final CommentedEndpoints endpoints;

    CloseIncidentEndpoint(CommentedEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/incidents/{id}/closure",
                Action.HANDLE_INCIDENT,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedClosure.class)
                .flatMap(
                        body ->
                                endpoints.send(
                                        request,
                                        body.context(),
                                        TextRule.NOTE.optional("comment", body.value().comment()),
                                        comment -> command(request, comment)))
                .map(Answer::written);
    }

    private static CloseIncident command(Request request, @Nullable SealedText comment) {
        return new CloseIncident(
                request.path("id", IncidentId.class),
                comment,
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedClosure(@Nullable String comment) {}
}
