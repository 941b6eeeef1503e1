package jp.tenken.command.checklist.decideitem;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import jp.tenken.command.checklist.ListRule;
import jp.tenken.command.checklist.WantedDecision;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandContext;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One decision for many contracts: a command for each, one after the other, and a report of each.
 * What one contract refuses does not touch the others.
 */
final class DecideAcrossContractsEndpoint {

    private final CommandDispatcher commands;

    DecideAcrossContractsEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/checklist-decisions",
                Action.DECIDE,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedDecisions.class).flatMap(body -> each(request, body));
    }

    private Mono<Answer> each(Request request, Body<RequestedDecisions> body) {
        RequestedDecisions wanted = body.value();
        WantedDecision decision =
                new WantedDecision(
                        wanted.itemCode(),
                        wanted.answer(),
                        wanted.reason(),
                        wanted.changeReason(),
                        null);
        return Flux.fromIterable(ListRule.distinct("contractIds", wanted.contractIds()))
                .concatMap(
                        contractId ->
                                one(
                                        new DecideItem(contractId, decision, request.scope(), null),
                                        body.context()))
                .collectList()
                .flatMap(
                        outcomes ->
                                sequence(outcomes, commands.sequence(request.tenant()))
                                        .map(at -> answer(wanted.itemCode(), at, outcomes)));
    }

    private Mono<Outcome> one(DecideItem command, CommandContext context) {
        return commands.dispatch(command, context.forPart(command.contractId().value()))
                .map(receipt -> Outcome.of(command.contractId(), receipt))
                .onErrorResume(
                        Rejection.class,
                        no -> Mono.just(Outcome.refused(command.contractId(), no.code())));
    }

    private static Answer answer(ItemCode itemCode, long sequence, List<Outcome> outcomes) {
        return Answer.ok(new Report(itemCode, sequence, outcomes)).sequence(sequence);
    }

    // Where all refuse, it is the municipality's sequence at which they did.
    private static Mono<Long> sequence(List<Outcome> outcomes, Mono<Long> present) {
        return Mono.justOrEmpty(
                        outcomes.stream()
                                .map(Outcome::sequence)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder()))
                .switchIfEmpty(present);
    }

    /** The body. */
    record RequestedDecisions(
            List<ContractId> contractIds,
            ItemCode itemCode,
            jp.tenken.kernel.checklist.Answer answer,
            @Nullable String reason,
            @Nullable String changeReason) {}

    /** What is answered; the sequence contains what the report says. */
    record Report(ItemCode id, long sequence, List<Outcome> contracts) {}

    /** What became of one contract: decided, unchanged or refused with a code. */
    record Outcome(
            ContractId contractId,
            String outcome,
            @Nullable Long version,
            @Nullable Long sequence,
            @Nullable String code) {

        static Outcome of(ContractId contractId, Receipt receipt) {
            return new Outcome(
                    contractId,
                    receipt.effect() ? "decided" : "unchanged",
                    receipt.version(),
                    receipt.sequence(),
                    null);
        }

        static Outcome refused(ContractId contractId, String code) {
            return new Outcome(contractId, "refused", null, null, code);
        }
    }
}
