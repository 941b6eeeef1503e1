package jp.tenken.command.checklist.confirmchecklist;

import java.time.Clock;
import java.time.LocalDate;
import jp.tenken.command.checklist.CommentedEndpoints;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.calendar.JapaneseCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class ConfirmChecklistEndpoint {

    private final CommentedEndpoints endpoints;
    private final Clock clock;

    ConfirmChecklistEndpoint(CommentedEndpoints endpoints, Clock clock) {
        this.endpoints = endpoints;
        this.clock = clock;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/checklist/confirmation",
                Action.CONFIRM,
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

    private ConfirmChecklist command(
            Request request, RequestedStep wanted, @Nullable SealedText comment) {
        return new ConfirmChecklist(
                request.path("id", ContractId.class),
                comment,
                wanted.onBehalfOf(),
                wanted.effectiveOn(),
                JapaneseCalendar.dayOf(clock.instant()),
                request.caller().subject(),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedStep(
            @Nullable String comment,
            @Nullable String onBehalfOf,
            @Nullable LocalDate effectiveOn) {}
}
