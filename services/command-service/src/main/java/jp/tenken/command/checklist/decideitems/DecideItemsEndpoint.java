package jp.tenken.command.checklist.decideitems;

import java.util.List;
import java.util.stream.IntStream;
import jp.tenken.command.checklist.WantedDecision;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class DecideItemsEndpoint {

    private final CommandDispatcher commands;

    DecideItemsEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/checklist/decisions",
                Action.DECIDE,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedDecisions.class)
                .flatMap(body -> commands.dispatch(command(request, body), body.context()))
                .map(Answer::written);
    }

    private static DecideItems command(Request request, Body<RequestedDecisions> body) {
        List<RequestedDecision> wanted = body.value().decisions();
        return new DecideItems(
                request.path("id", ContractId.class),
                IntStream.range(0, wanted.size())
                        .mapToObj(
                                i ->
                                        Rejection.under(
                                                "decisions[%d]".formatted(i),
                                                wanted.get(i)::wanted))
                        .toList(),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedDecisions(List<RequestedDecision> decisions) {}

    /** One decision of it. */
    record RequestedDecision(
            ItemCode itemCode,
            jp.tenken.kernel.checklist.Answer answer,
            @Nullable String reason,
            @Nullable String changeReason,
            @Nullable String note) {

        WantedDecision wanted() {
            return new WantedDecision(itemCode, answer, reason, changeReason, note);
        }
    }
}
