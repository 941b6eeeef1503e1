package jp.tenken.command.incident.reviseincidentfacts;

import java.time.Instant;
import java.util.List;
import jp.tenken.command.incident.FactsEndpoints;
import jp.tenken.command.incident.NewFacts;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.incident.IncidentContract;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class ReviseIncidentFactsEndpoint {

    private final FactsEndpoints endpoints;

    ReviseIncidentFactsEndpoint(FactsEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/incidents/{id}/facts",
                Action.REPORT_INCIDENT,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedFacts.class).flatMap(body -> revise(request, body));
    }

    private Mono<Answer> revise(Request request, Body<RequestedFacts> body) {
        RequestedFacts wanted = body.value();
        List<IncidentContract> estimates = wanted.contracts();
        return endpoints
                .revise(
                        request,
                        body.context(),
                        wanted.facts(),
                        (facts, now) ->
                                new ReviseIncidentFacts(
                                        request.path("id", IncidentId.class),
                                        estimates == null ? List.of() : estimates,
                                        wanted.personsEstimate(),
                                        facts,
                                        now,
                                        request.scope(),
                                        request.expectedVersion()))
                .map(Answer::written);
    }

    /** The body; what is absent is as before. */
    record RequestedFacts(
            @Nullable List<IncidentContract> contracts,
            @Nullable Integer personsEstimate,
            @Nullable Instant learnedAt,
            @Nullable DepartmentCode learnedByDepartmentCode,
            @Nullable Instant contractorLearnedAt,
            @Nullable Instant occurredAt,
            @Nullable String summary,
            @Nullable List<String> dataItems,
            @Nullable Boolean encrypted,
            @Nullable Boolean specificPersonalInformation) {

        NewFacts facts() {
            return new NewFacts(
                    learnedAt,
                    learnedByDepartmentCode,
                    contractorLearnedAt,
                    occurredAt,
                    summary,
                    dataItems,
                    encrypted,
                    specificPersonalInformation);
        }
    }
}
