package jp.tenken.command.privacy.redactevent;

import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Erasures;
import jp.tenken.edge.RecordedEvents;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class RedactEventEndpoint {

    private final CommandDispatcher commands;
    private final RecordedEvents events;
    private final Erasures erasures;

    RedactEventEndpoint(CommandDispatcher commands, RecordedEvents events, Erasures erasures) {
        this.commands = commands;
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
                        body ->
                                command(request, body)
                                        .flatMap(each -> commands.dispatch(each, body.context())))
                .delayUntil(recorded -> erasures.carriedOut())
                .map(Answer::written);
    }

    private Mono<RedactEvent> command(Request request, Body<Redaction> body) {
        return events.find(request.tenant(), request.path("eventId", String.class))
                .map(
                        found ->
                                found.map(
                                                event ->
                                                        new RedactEvent(
                                                                event.eventId(),
                                                                event.keyIds(),
                                                                body.value().reason(),
                                                                request.scope(),
                                                                request.expectedVersion()))
                                        .orElseThrow(
                                                () ->
                                                        Rejection.notFound(
                                                                RejectionCodes.EVENT_NOT_FOUND)));
    }

    /** The body. */
    record Redaction(String reason) {}
}
