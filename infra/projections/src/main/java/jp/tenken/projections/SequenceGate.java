package jp.tenken.projections;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.Futures;

/**
 * Lets a read wait until a view has reached a tenant's sequence: what a client got back from its
 * own write.
 *
 * <p>The board knows most answers, because it has seen what this process projected. Only for a
 * tenant that it has not met yet, and for a view that another process keeps, is the log asked at
 * which position the sequence ends, once.
 *
 * <p>Safe for any number of threads; never blocks; futures complete on the executor given.
 */
public final class SequenceGate {

    private final ViewProgressBoard board;
    private final CommitSource source;
    private final Executor executor;
    private final ScheduledExecutorService scheduler;

    /** A gate beside the board on which the processors of the same log announce themselves. */
    public SequenceGate(
            ViewProgressBoard board,
            CommitSource source,
            Executor executor,
            ScheduledExecutorService scheduler) {
        this.board = board;
        this.source = source;
        this.executor = executor;
        this.scheduler = scheduler;
    }

    /**
     * Waits until the view has written the tenant's events up to the sequence. A sequence that does
     * not exist yet is waited for as well.
     *
     * @param sequence 0 or less is always reached
     * @param timeout zero = only look
     * @return fails with {@link ViewBehindException} when the time is up, with {@link
     *     TooManyWaitersException} when too many wait already, with {@code CommitLogException} when
     *     the log does not answer
     */
    public CompletableFuture<Void> await(
            ViewName view, String tenant, long sequence, Duration timeout) {
        if (sequence <= 0) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> result = new CompletableFuture<>();
        attempt(view, tenant, sequence, result);
        if (!result.isDone()) {
            ScheduledFuture<?> limit =
                    scheduler.schedule(
                            () ->
                                    executor.execute(
                                            () ->
                                                    result.completeExceptionally(
                                                            new ViewBehindException(
                                                                    view, sequence))),
                            timeout.toNanos(),
                            TimeUnit.NANOSECONDS);
            var unused = result.whenComplete((reached, failure) -> limit.cancel(false));
        }
        return result;
    }

    private void attempt(
            ViewName view, String tenant, long sequence, CompletableFuture<Void> result) {
        // Waiting begins before the log is asked: what is not in the log then will be seen on its
        // way to the view.
        CompletableFuture<Boolean> waiting = board.awaitSequence(view, tenant, sequence);
        var unused =
                waiting.whenComplete(
                        (reached, failure) -> {
                            if (waiting.isCancelled()) {
                                return;
                            }
                            if (failure != null) {
                                result.completeExceptionally(failure);
                            } else if (reached) {
                                result.complete(null);
                            } else if (!result.isDone()) {
                                attempt(view, tenant, sequence, result);
                            }
                        });
        var unusedToo = result.whenComplete((reached, failure) -> waiting.cancel(false));
        if (!waiting.isDone() && !board.follows(view, tenant)) {
            ask(view, tenant, sequence, waiting, result);
        }
    }

    private void ask(
            ViewName view,
            String tenant,
            long sequence,
            CompletableFuture<Boolean> waiting,
            CompletableFuture<Void> result) {
        var unused =
                source.readTenant(tenant, sequence - 1, 1)
                        .whenComplete(
                                (page, failure) -> {
                                    if (failure != null) {
                                        result.completeExceptionally(Futures.root(failure));
                                    } else if (!page.commits().isEmpty() && waiting.cancel(false)) {
                                        CommitHeader commit = page.commits().getFirst().header();
                                        passed(view, commit, sequence, result);
                                    }
                                });
    }

    /** The commit is there: now its position says more than the tenant's sequence could. */
    private void passed(
            ViewName view, CommitHeader commit, long sequence, CompletableFuture<Void> result) {
        CompletableFuture<Void> waiting = board.awaitPosition(view, commit.lastPosition());
        var unused =
                waiting.whenComplete(
                        (reached, failure) -> {
                            if (failure != null) {
                                result.completeExceptionally(Futures.root(failure));
                            } else {
                                board.passed(view, commit.tenant(), sequence);
                                result.complete(null);
                            }
                        });
        var unusedToo = result.whenComplete((reached, failure) -> waiting.cancel(false));
    }
}
