package jp.tenken.command.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.tenken.edge.CommandContext;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.Request;
import jp.tenken.edge.TextSealer;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.incident.IncidentFacts;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What endpoints share that take the facts of an incident: the words are sealed before there is a
 * command, so that neither it nor its events ever hold them.
 *
 * @param commands sends the commands
 * @param texts seals the words
 * @param clock says when it is told
 */
public record FactsEndpoints(CommandDispatcher commands, TextSealer texts, Clock clock) {

    /**
     * Sends the command of a request.
     *
     * @param request whose tenant's keys seal
     * @param context of the body
     * @param known what the body says
     * @param command makes the command of the sealed facts and the instant at which they are told
     */
    public Mono<Receipt> send(
            Request request,
            CommandContext context,
            KnownFacts known,
            BiFunction<IncidentFacts, Instant, Object> command) {
        return sealed(request, known)
                .flatMap(
                        facts -> commands.dispatch(command.apply(facts, clock.instant()), context));
    }

    /**
     * Sends the command of a request that tells something new.
     *
     * @param request whose tenant's keys seal
     * @param context of the body
     * @param told what the body says
     * @param command makes the command of the sealed facts and the instant at which they are told
     */
    public Mono<Receipt> revise(
            Request request,
            CommandContext context,
            NewFacts told,
            BiFunction<ToldFacts, Instant, Object> command) {
        return Mono.zip(
                        sealed(request, told.summary()),
                        sealed(request, told.dataItemLines()),
                        (summary, kinds) -> told.sealed(summary.orElse(null), kinds.orElse(null)))
                .flatMap(
                        facts -> commands.dispatch(command.apply(facts, clock.instant()), context));
    }

    private Mono<Optional<SealedText>> sealed(Request request, @Nullable String words) {
        return words == null
                ? Mono.just(Optional.empty())
                : texts.seal(request.tenant(), words).map(Optional::of);
    }

    private Mono<IncidentFacts> sealed(Request request, KnownFacts known) {
        return Mono.zip(
                texts.seal(request.tenant(), known.summary()),
                sealed(request, known.dataItemLines()),
                (words, kinds) -> known.sealed(words, kinds.orElse(null)));
    }
}
