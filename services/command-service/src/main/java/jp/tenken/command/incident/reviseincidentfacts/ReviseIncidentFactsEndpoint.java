package jp.tenken.command.incident.reviseincidentfacts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.tenken.command.incident.KnownFacts;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.TextSealer;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.incident.IncidentContract;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class ReviseIncidentFactsEndpoint {

    private final CommandDispatcher commands;
    private final TextSealer texts;
    private final Clock clock;

    ReviseIncidentFactsEndpoint(CommandDispatcher commands, TextSealer texts, Clock clock) {
        this.commands = commands;
        this.texts = texts;
        this.clock = clock;
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
        KnownFacts known = body.value().facts();
        List<IncidentContract> estimates = body.value().contracts();
        return texts.seal(request.tenant(), known.summary())
                .flatMap(
                        summary ->
                                commands.dispatch(
                                        new ReviseIncidentFacts(
                                                request.path("id", IncidentId.class),
                                                estimates == null ? List.of() : estimates,
                                                known.sealed(summary),
                                                clock.instant(),
                                                request.scope(),
                                                request.expectedVersion()),
                                        body.context()))
                .map(Answer::written);
    }

    /** The body. */
    record RequestedFacts(
            @Nullable List<IncidentContract> contracts,
            Instant learnedAt,
            @Nullable DepartmentCode learnedByDepartmentCode,
            @Nullable Instant contractorLearnedAt,
            @Nullable Instant occurredAt,
            String summary,
            @Nullable List<String> dataItems,
            @Nullable Boolean encrypted,
            @Nullable Boolean specificPersonalInformation) {

        KnownFacts facts() {
            return new KnownFacts(
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
