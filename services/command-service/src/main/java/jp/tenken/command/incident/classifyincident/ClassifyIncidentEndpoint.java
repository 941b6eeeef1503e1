package jp.tenken.command.incident.classifyincident;

import java.util.List;
import java.util.stream.IntStream;
import jp.tenken.command.checklist.CommentedEndpoints;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Rejection;
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
                wanted.reportable(),
                reason,
                request.scope(),
                request.expectedVersion());
    }

    /** The body: situations, or that it is none of them, by a word or by naming none. */
    record RequestedClassification(List<String> situations, @Nullable String reason) {

        private static final String NOT_REPORTABLE = "not_reportable";

        List<ReportableSituation> reportable() {
            if (situations.equals(List.of(NOT_REPORTABLE))) {
                return List.of();
            }
            return IntStream.range(0, situations.size())
                    .mapToObj(
                            i ->
                                    Rejection.inField(
                                            "situations[%d]".formatted(i),
                                            () -> ReportableSituation.of(situations.get(i))))
                    .toList();
        }
    }
}
