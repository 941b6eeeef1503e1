package jp.tenken.eventstore.append;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.append.AppendRefusedException.Reason;

/**
 * Appends to a log by group commit: while one write is under way, the next batch forms.
 *
 * <p>Exactly one outcome reaches each caller: the receipt of a durable commit; {@link
 * AppendConflictException} when, and only when, the guard did not hold; {@link
 * AppendRefusedException} before anything was written; {@link
 * jp.tenken.eventstore.CommitLogException} when the storage refused the write for certain; {@link
 * AppendOutcomeUnknownException} when it did not say in time.
 *
 * <p>Thread-safe. Answers complete on the executor given, never on a thread of the engine.
 */
public final class Appender implements AutoCloseable {

    private final AppenderSettings settings;
    private final Executor answers;
    private final AppendQueue queue;
    private final AppendLeader leader;
    private final Clearance clearance;
    private volatile boolean closing;

    private Appender(
            CommitLog log,
            AppenderSettings settings,
            Clock clock,
            Executor answers,
            Consumer<List<Commit>> appended,
            long head,
            long lastRecordedAt) {
        this.settings = settings;
        this.answers = answers;
        this.queue = new AppendQueue(settings);
        this.leader =
                new AppendLeader(
                        log,
                        settings,
                        clock,
                        answers,
                        appended,
                        queue,
                        this::submit,
                        head,
                        lastRecordedAt);
        this.clearance = new Clearance(log, leader::head);
    }

    /**
     * Opens an appender behind the log's present head.
     *
     * @param clock stamps {@code recordedAt}, to the microsecond
     * @param answers completes what callers wait for
     * @param appended is told of every commit in order, on the appender's thread, once it is
     *     durable; must be quick and must not throw
     */
    public static CompletableFuture<Appender> open(
            CommitLog log,
            AppenderSettings settings,
            Clock clock,
            Executor answers,
            Consumer<List<Commit>> appended) {
        return log.head()
                .thenCompose(
                        head ->
                                lastRecordedAt(log, head)
                                        .thenApply(
                                                last ->
                                                        new Appender(
                                                                log, settings, clock, answers,
                                                                appended, head, last)));
    }

    private static CompletableFuture<Long> lastRecordedAt(CommitLog log, long head) {
        // Far enough from the end of the range that the tolerated lag can be subtracted.
        long never = Long.MIN_VALUE / 2;
        return log.read(Math.max(0, head - 1), head, 1)
                .thenApply(
                        page ->
                                page.commits().isEmpty()
                                        ? never
                                        : page.commits().getLast().header().recordedAtMicros());
    }

    /** Position of the last event that this appender knows to be durable. */
    public long head() {
        return leader.head();
    }

    /**
     * Appends the events of one command, all or nothing.
     *
     * @return completes as the class says
     * @throws IllegalArgumentException when there are no events
     */
    public CompletableFuture<AppendReceipt> append(AppendRequest request) {
        return queued(new PendingAppend(request, settings.chainTags()));
    }

    /**
     * Puts a commit of another log behind what stands here: everything but its position stays. It
     * waits in line with all other appends, and is refused ({@link Reason#DOES_NOT_FOLLOW}) unless
     * sequence and links fit the ends of its tenant and chains here. That its hash is right is for
     * the caller to check before.
     *
     * <p>Commits of a tenant that are handed over one after the other stand in that order. Where
     * one is refused, those behind it are too.
     *
     * @param commit with the position of whatever log it comes from
     * @param idAbsentUpTo as in {@link AppendRequest#idAbsentUpTo()}
     */
    public CompletableFuture<AppendReceipt> move(Commit commit, long idAbsentUpTo) {
        return queued(new PendingAppend(commit, idAbsentUpTo));
    }

    private CompletableFuture<AppendReceipt> queued(PendingAppend pending) {
        if (closing) {
            return CompletableFuture.failedFuture(closed());
        }
        try {
            queue.admit(pending);
        } catch (AppendRefusedException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        submit(pending);
        return pending.answer;
    }

    private void submit(PendingAppend pending) {
        if (pending.clearedUpTo(leader.windowStart())) {
            enqueue(pending);
            return;
        }
        Futures.whenDone(
                clearance.clear(pending),
                answers,
                (clear, failure) -> {
                    if (failure != null) {
                        pending.answer.completeExceptionally(failure);
                    } else if (Boolean.TRUE.equals(clear)) {
                        enqueue(pending);
                    }
                });
    }

    private void enqueue(PendingAppend pending) {
        queue.add(pending);
        try {
            leader.wake();
        } catch (RejectedExecutionException gone) {
            // Closed between the check above and here: nobody will take it out of the queue again.
            pending.answer.completeExceptionally(closed());
        }
    }

    private static AppendRefusedException closed() {
        return new AppendRefusedException(Reason.CLOSED, "the appender is closed");
    }

    /** Refuses everything new and lets what waits be written, for 30 seconds at most. */
    @Override
    public void close() {
        closing = true;
        leader.close();
    }
}
