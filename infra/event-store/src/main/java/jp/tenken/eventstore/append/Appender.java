package jp.tenken.eventstore.append;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.append.AppendRefusedException.Reason;
import jp.tenken.eventstore.append.CommitBuilder.Batch;
import jp.tenken.eventstore.append.CommitBuilder.Draft;
import jp.tenken.eventstore.append.CommitBuilder.Settled;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to a log by group commit: while one write is under way, the next batch forms. One write
 * is in flight at a time, so that the log stays dense whatever fails.
 *
 * <p>Exactly one outcome reaches each caller: the receipt of a durable commit; {@link
 * AppendConflictException} when, and only when, the guard did not hold; {@link
 * AppendRefusedException} before anything was written; {@link CommitLogException} when the storage
 * refused the write for certain; {@link AppendOutcomeUnknownException} when it did not say in time.
 *
 * <p>Thread-safe. The work runs on one thread of the appender's own; answers complete on the
 * executor given, never on a thread of the engine.
 */
public final class Appender implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Appender.class);
    private static final int ANSWERS_PER_TASK = 32;

    private final CommitLog log;
    private final AppenderSettings settings;
    private final Executor answers;
    private final Consumer<List<Commit>> appended;
    private final ExecutorService leader =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("tenken-append").daemon().factory());
    private final AppendQueue queue;
    private final ChainHeads heads;
    private final ConflictWindow window;
    private final CommitBuilder builder;
    private final Clearance clearance;
    private final Recovery recovery;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();

    private volatile long head;
    private volatile long windowStart;
    private volatile boolean closing;
    private boolean busy;

    private Appender(
            CommitLog log,
            AppenderSettings settings,
            Clock clock,
            Executor answers,
            Consumer<List<Commit>> appended,
            long head,
            long lastRecordedAt) {
        this.log = log;
        this.settings = settings;
        this.answers = answers;
        this.appended = appended;
        this.head = head;
        this.windowStart = head;
        this.queue = new AppendQueue(settings);
        this.heads = new ChainHeads(log);
        this.window = new ConflictWindow(head, settings.window());
        this.builder = new CommitBuilder(clock, window, heads, lastRecordedAt);
        this.clearance = new Clearance(log, () -> this.head);
        this.recovery = new Recovery(log, leader, settings.patience());
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
                                log.read(Math.max(0, head - 1), head, 1)
                                        .thenApply(
                                                page -> {
                                                    long last = Long.MIN_VALUE / 2;
                                                    for (Commit commit : page.commits()) {
                                                        last = commit.header().recordedAtMicros();
                                                    }
                                                    return new Appender(
                                                            log, settings, clock, answers, appended,
                                                            head, last);
                                                }));
    }

    /** Position of the last event that this appender knows to be durable. */
    public long head() {
        return head;
    }

    /**
     * Appends the events of one command, all or nothing.
     *
     * @return completes as the class says
     */
    public CompletableFuture<AppendReceipt> append(AppendRequest request) {
        PendingAppend pending = new PendingAppend(request, settings.chainTags());
        try {
            if (closing) {
                throw closed();
            }
            queue.admit(pending);
        } catch (AppendRefusedException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        submit(pending);
        return pending.answer;
    }

    private void submit(PendingAppend pending) {
        if (pending.clearedUpTo(windowStart)) {
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
        wake();
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            leader.execute(this::lead);
        }
    }

    private void lead() {
        woken.set(false);
        if (busy) {
            return;
        }
        List<PendingAppend> batch = queue.take();
        if (batch.isEmpty()) {
            if (closing) {
                idle.complete(null);
            }
            return;
        }
        busy = true;
        if (heads.know(batch)) {
            write(batch);
            return;
        }
        Futures.whenDone(
                heads.load(batch),
                leader,
                (loaded, failure) -> {
                    if (loaded == null) {
                        fail(batch, failure == null ? unknown() : failure);
                    } else {
                        loaded.remember();
                        write(batch);
                    }
                });
    }

    private void write(List<PendingAppend> waiting) {
        Batch batch = builder.build(head, waiting);
        batch.uncleared().forEach(this::submit);
        if (batch.drafts().isEmpty()) {
            settle(batch);
            next();
            return;
        }
        Futures.whenDone(
                log.tryAppend(head, commits(batch)),
                leader,
                (outcome, failure) -> written(batch, outcome, failure));
    }

    private void written(
            Batch batch, @Nullable AppendOutcome outcome, @Nullable Throwable failure) {
        if (outcome instanceof AppendOutcome.Appended) {
            durable(batch);
        } else if (failure instanceof CommitLogException refusal) {
            retract();
            logger.error("The log refused a write: {}", refusal.getMessage());
            fail(all(batch), refusal);
        } else {
            logger.warn("The log moved or did not answer clearly; resolving at position {}", head);
            retract();
            Runnable outOfPatience =
                    () ->
                            all(batch)
                                    .forEach(
                                            p ->
                                                    answerLater(
                                                            () ->
                                                                    p.answer.completeExceptionally(
                                                                            unknown())));
            Futures.whenDone(
                    recovery.resolve(head, commits(batch), outOfPatience),
                    leader,
                    (standing, lost) -> resolved(batch, standing, lost));
        }
    }

    private void durable(Batch batch) {
        List<Commit> commits = commits(batch);
        head = commits.getLast().header().lastPosition();
        windowStart = window.start();
        appended.accept(commits);
        answer(batch.drafts());
        settle(batch);
        next();
    }

    /**
     * The log is read again behind our head: some of the batch may stand in it, among others'
     * commits.
     */
    private void resolved(
            Batch batch, @Nullable List<Commit> standing, @Nullable Throwable failure) {
        if (standing == null) {
            fail(all(batch), failure == null ? unknown() : failure);
            return;
        }
        heads.forget();
        standing.forEach(builder::observe);
        if (!standing.isEmpty()) {
            head = standing.getLast().header().lastPosition();
            windowStart = window.start();
            appended.accept(standing);
        }
        List<PendingAppend> open = new ArrayList<>();
        for (PendingAppend pending : all(batch)) {
            Commit own = window.find(pending.request.appendId());
            if (own != null) {
                answerLater(() -> pending.answer.complete(new AppendReceipt(own, false)));
            } else if (++pending.lostRaces > settings.lostRaces()) {
                answerLater(() -> pending.answer.completeExceptionally(contended()));
            } else if (!pending.answer.isDone()) {
                open.add(pending);
            }
        }
        queue.addFirst(open);
        next();
    }

    private void retract() {
        window.truncate(head);
        heads.forget();
    }

    private void fail(List<PendingAppend> batch, Throwable failure) {
        batch.forEach(pending -> answerLater(() -> pending.answer.completeExceptionally(failure)));
        next();
    }

    private void settle(Batch batch) {
        batch.settled().forEach(settled -> answerLater(settled.answer()));
    }

    private void next() {
        busy = false;
        if (closing || !queue.isEmpty()) {
            wake();
        }
    }

    private void answer(List<Draft> drafts) {
        for (int from = 0; from < drafts.size(); from += ANSWERS_PER_TASK) {
            List<Draft> some =
                    drafts.subList(from, Math.min(drafts.size(), from + ANSWERS_PER_TASK));
            answerLater(
                    () ->
                            some.forEach(
                                    draft ->
                                            draft.pending()
                                                    .answer
                                                    .complete(
                                                            new AppendReceipt(
                                                                    draft.commit(), false))));
        }
    }

    private void answerLater(Runnable answer) {
        answers.execute(answer);
    }

    private static List<Commit> commits(Batch batch) {
        return batch.drafts().stream().map(Draft::commit).toList();
    }

    private static List<PendingAppend> all(Batch batch) {
        return Stream.concat(
                        batch.drafts().stream().map(Draft::pending),
                        batch.settled().stream().map(Settled::pending))
                .toList();
    }

    private AppendOutcomeUnknownException unknown() {
        return new AppendOutcomeUnknownException(
                "the storage did not say within %s whether the append stands"
                        .formatted(settings.patience()),
                new CommitLogException("no clear answer at position " + head));
    }

    private AppendRefusedException contended() {
        return new AppendRefusedException(
                Reason.CONTENDED,
                "other writers were faster %d times".formatted(settings.lostRaces()));
    }

    private static AppendRefusedException closed() {
        return new AppendRefusedException(Reason.CLOSED, "the appender is closed");
    }

    /** Lets what waits be written, for 30 seconds at most, and refuses everything new. */
    @Override
    public void close() {
        closing = true;
        wake();
        try {
            idle.orTimeout(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(tooLate -> null)
                    .get(31, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unclear) {
            logger.warn("Closing with appends still unanswered", unclear);
        } finally {
            leader.shutdown();
        }
    }
}
