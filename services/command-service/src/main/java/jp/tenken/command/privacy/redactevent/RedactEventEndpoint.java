package jp.tenken.command.privacy.redactevent;

import java.util.Objects;
import jp.tenken.command.checklist.CommentedEndpoints;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Erasures;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.RecordedEvents;
import jp.tenken.edge.RecordedEvents.RecordedEvent;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextRule;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class RedactEventEndpoint {

    private final CommentedEndpoints endpoints;
    private final RecordedEvents events;
    private final Erasures erasures;

    RedactEventEndpoint(CommentedEndpoints endpoints, RecordedEvents events, Erasures erasures) {
        this.endpoints = endpoints;
        this.events = events;
        this.erasures = erasures;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/events/{eventId}/redaction",
                Action.ERASE_PERSONAL_DATA,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(Redaction.class)
                .flatMap(
                        body -> {
                            String reason =
                                    TextRule.REASON.required("reason", body.value().reason());
                            return found(request)
                                    .flatMap(event -> redact(request, body, event, reason));
                        })
                .delayUntil(recorded -> erasures.carriedOut())
                .map(Answer::written);
    }

    private Mono<RecordedEvent> found(Request request) {
        return events.find(request.tenant(), request.path("eventId", String.class))
                .map(
                        found ->
                                found.orElseThrow(
                                        () -> Rejection.notFound(RejectionCodes.EVENT_NOT_FOUND)));
    }

    private Mono<Receipt> redact(
            Request request, Body<Redaction> body, RecordedEvent event, String reason) {
        return endpoints.send(
                request,
                body.context(),
                reason,
                kept ->
                        new RedactEvent(
                                event.eventId(),
                                event.keyIds(),
                                Objects.requireNonNull(kept),
                                request.scope(),
                                request.expectedVersion()));
    }

    /** The body. */
    record Redaction(String reason) {}
}
