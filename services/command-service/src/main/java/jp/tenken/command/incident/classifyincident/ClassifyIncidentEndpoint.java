package jp.tenken.command.incident.classifyincident;

import java.util.List;
import jp.tenken.command.checklist.CommentedEndpoints;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.incident.ReportableSituation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class ClassifyIncidentEndpoint {

    private final CommentedEndpoints endpoints;

    ClassifyIncidentEndpoint(CommentedEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/incidents/{id}/classification",
                Action.HANDLE_INCIDENT,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedClassification.class)
                .flatMap(
                        body ->
                                endpoints.send(
                                        request,
                                        body.context(),
                                        TextRule.NOTE.optional("reason", body.value().reason()),
                                        reason -> command(request, body.value(), reason)))
                .map(Answer::written);
    }

    private static ClassifyIncident command(
            Request request, RequestedClassification wanted, @Nullable SealedText reason) {
        return new ClassifyIncident(
                request.path("id", IncidentId.class),
                wanted.situations(),
                reason,
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedClassification(List<ReportableSituation> situations, @Nullable String reason) {}
}
