package jp.tenken.runtime.command;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.tenken.edge.CommandContext;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.append.AppendOutcomeUnknownException;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.append.AppendRefusedException;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.kernel.TenantId;
import jp.tenken.runtime.log.EventLog;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Sends commands over Axon's bus and answers receipts.
 *
 * <p>A command with an idempotency key is looked up before it is decided; only successes are in the
 * log, so only successes are remembered. A real conflict is decided again on what happened
 * meanwhile, a bounded number of times: without {@code If-Match} requests behave as if they came
 * one after the other.
 *
 * <p>Thread-safe; never blocks.
 */
public final class AxonCommandDispatcher implements CommandDispatcher {

    private static final Logger logger = LoggerFactory.getLogger(AxonCommandDispatcher.class);
    private static final int ATTEMPTS = 12;
    private static final long FIRST_PAUSE_MICROS = 200;

    private final CommandBus bus;
    private final MessageTypeResolver types;
    private final EventLog log;
    private final RememberedAppends remembered;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final CommandListener listener;

    /**
     * Over a bus whose handlers are registered.
     *
     * @param ids makes append ids for requests without a key
     */
    public AxonCommandDispatcher(
            CommandBus bus,
            MessageTypeResolver types,
            EventLog log,
            Clock clock,
            Supplier<UUID> ids) {
        this(bus, types, log, clock, ids, CommandListener.NONE);
    }

    /**
     * The same with a listener.
     *
     * @param listener hears of commands that are decided again
     */
    public AxonCommandDispatcher(
            CommandBus bus,
            MessageTypeResolver types,
            EventLog log,
            Clock clock,
            Supplier<UUID> ids,
            CommandListener listener) {
        this.bus = bus;
        this.types = types;
        this.log = log;
        this.remembered = new RememberedAppends(log.log());
        this.clock = clock;
        this.ids = ids;
        this.listener = listener;
    }

    @Override
    public Mono<Receipt> dispatch(Object command, CommandContext context) {
        return Mono.fromFuture(() -> send(command, context))
                .onErrorMap(failure -> refusal(failure, context));
    }

    @Override
    public Mono<Long> sequence(TenantId tenant) {
        return Mono.fromFuture(() -> log.log().tenantHead(tenant.value()))
                .map(head -> head.sequence());
    }

    private CompletableFuture<Receipt> send(Object command, CommandContext context) {
        UUID whole = AppendIdentity.of(context, ids);
        if (context.idempotencyKey() == null) {
            return attempt(command, context, whole, AppendRequest.FRESH_ID, 1);
        }
        long head = log.appender().head();
        return remembered
                .find(whole, context)
                .thenComposeAsync(
                        standing ->
                                standing.receipt()
                                        .map(CompletableFuture::completedFuture)
                                        .orElseGet(
                                                () ->
                                                        decideOnce(
                                                                command,
                                                                context,
                                                                whole,
                                                                standing.id(),
                                                                head)),
                        log.executor());
    }

    /**
     * Decides a request that nobody has answered yet. Its twin may be under way: then the state
     * that we decide on holds the twin's events, and what looks like a rejection or like no effect
     * is in truth the twin's success.
     */
    private CompletableFuture<Receipt> decideOnce(
            Object command, CommandContext context, UUID whole, UUID appendId, long head) {
        return attempt(command, context, appendId, head, 1)
                .exceptionallyCompose(
                        failure ->
                                Futures.root(failure) instanceof OtherPartRecordedException
                                        // The twin's first part has the id; ours is another.
                                        ? send(command, context)
                                        : twinOr(
                                                whole,
                                                context,
                                                () -> CompletableFuture.failedFuture(failure)))
                .thenCompose(
                        receipt ->
                                receipt.effect()
                                        ? CompletableFuture.completedFuture(receipt)
                                        : twinOr(
                                                whole,
                                                context,
                                                () -> CompletableFuture.completedFuture(receipt)));
    }

    private CompletableFuture<Receipt> twinOr(
            UUID whole, CommandContext context, Supplier<CompletableFuture<Receipt>> own) {
        return remembered
                .find(whole, context)
                .thenCompose(
                        twin ->
                                twin.receipt()
                                        .map(CompletableFuture::completedFuture)
                                        .orElseGet(own));
    }

    private CompletableFuture<Receipt> attempt(
            Object command, CommandContext context, UUID appendId, long idAbsentUpTo, int attempt) {
        CommandMessage message =
                new GenericCommandMessage(
                        types.resolveOrThrow(command),
                        command,
                        CommandEnvelope.metadata(context, appendId, idAbsentUpTo, clock.instant()));
        return bus.dispatch(message, null)
                .thenCompose(result -> receipt(result, context))
                .exceptionallyCompose(
                        failure -> {
                            Throwable root = Futures.root(failure);
                            return root instanceof AppendEventsTransactionRejectedException
                                            && attempt < ATTEMPTS
                                    ? CompletableFuture.supplyAsync(
                                                    () -> attempt + 1, pause(attempt))
                                            .thenCompose(
                                                    next ->
                                                            attempt(
                                                                    command,
                                                                    context,
                                                                    appendId,
                                                                    idAbsentUpTo,
                                                                    next))
                                    : CompletableFuture.failedFuture(root);
                        });
    }

    private Executor pause(int attempt) {
        listener.retrying(attempt);
        long longest = FIRST_PAUSE_MICROS << Math.min(attempt, 8);
        return CompletableFuture.delayedExecutor(
                ThreadLocalRandom.current().nextLong(longest),
                TimeUnit.MICROSECONDS,
                log.executor());
    }

    private CompletableFuture<Receipt> receipt(
            CommandResultMessage result, CommandContext context) {
        DecisionOutcome outcome = (DecisionOutcome) Objects.requireNonNull(result.payload());
        Optional<AppendReceipt> appended = outcome.scope().receipt();
        if (appended.isPresent()) {
            AppendReceipt receipt = appended.get();
            return RememberedAppends.isOfPart(receipt.commit(), context)
                    ? CompletableFuture.completedFuture(
                            RememberedAppends.receipt(
                                    receipt.commit(), context, receipt.replayed()))
                    : CompletableFuture.failedFuture(new OtherPartRecordedException());
        }
        // Without effect: whatever the decision had read is contained in the tenant's present head.
        return log.log()
                .tenantHead(context.tenant().value())
                .thenApply(
                        head ->
                                new Receipt(
                                        outcome.decision().resourceId(),
                                        outcome.decision().version(),
                                        head.sequence(),
                                        false,
                                        false,
                                        outcome.decision().told()));
    }

    /** Under the id of this append another part of the same request was recorded meanwhile. */
    private static final class OtherPartRecordedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        OtherPartRecordedException() {
            super("another part of the request was recorded first", null, false, false);
        }
    }

    private static Throwable refusal(Throwable failure, CommandContext context) {
        return switch (Futures.root(failure)) {
            case AppendRefusedException refused ->
                    switch (refused.reason()) {
                        case OVERSIZE -> Refusal.of("body-too-large");
                        case CLOSED -> Refusal.of("shutting-down");
                        case OVERLOADED, CONTENDED, CLOCK_BEHIND -> unavailable(refused, context);
                        // Of commits that move here from another log, which no command does.
                        case DOES_NOT_FOLLOW -> refused;
                    };
            case AppendEventsTransactionRejectedException conflict ->
                    unavailable(conflict, context);
            case CommitLogException storage -> unavailable(storage, context);
            case AppendOutcomeUnknownException unknown -> unavailable(unknown, context);
            case Throwable other -> other;
        };
    }

    private static Refusal unavailable(Throwable cause, CommandContext context) {
        logger.atWarn()
                .addKeyValue("tenant", context.tenant().value())
                .addKeyValue("correlationId", context.correlationId())
                .log("A command could not be recorded: {}", cause.getMessage());
        return Refusal.of("log-unavailable");
    }
}
