package jp.tenken.eventstore.append;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.append.AppendRefusedException.Reason;
import jp.tenken.eventstore.append.CommitBuilder.Batch;
import jp.tenken.eventstore.append.CommitBuilder.Draft;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes batches from the queue, one at a time, and sees each through: look up what is not
 * remembered, build, write, answer; or, when the write was not simply acknowledged, find out what
 * stands and go on from there. Never two writes at once: the second could land after the first has
 * failed, and leave a hole.
 *
 * <p>All state belongs to the leader's own thread; {@link #head}, {@link #windowStart} and {@link
 * #wake} are for anybody.
 */
final class AppendLeader {

    private static final Logger logger = LoggerFactory.getLogger(AppendLeader.class);
    private static final int ANSWERS_PER_TASK = 32;
    private static final long CLOSE_SECONDS = 30;

    private final CommitLog log;
    private final AppenderSettings settings;
    private final Executor answers;
    private final Consumer<List<Commit>> appended;
    private final AppendQueue queue;
    private final Consumer<PendingAppend> clear;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("tenken-append").daemon().factory());
    private final ChainHeads heads;
    private final ConflictWindow window;
    private final CommitBuilder builder;
    private final Recovery recovery;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();

    private volatile long head;
    private volatile long windowStart;
    private volatile boolean closing;
    private boolean busy;

    AppendLeader(
            CommitLog log,
            AppenderSettings settings,
            Clock clock,
            Executor answers,
            Consumer<List<Commit>> appended,
            AppendQueue queue,
            Consumer<PendingAppend> clear,
            long head,
            long lastRecordedAt) {
        this.log = log;
        this.settings = settings;
        this.answers = answers;
        this.appended = appended;
        this.queue = queue;
        this.clear = clear;
        this.head = head;
        this.windowStart = head;
        this.heads = new ChainHeads(log);
        this.window = new ConflictWindow(head, settings.window());
        this.builder = new CommitBuilder(clock, window, heads, lastRecordedAt);
        this.recovery = new Recovery(log, thread, settings.patience());
    }

    long head() {
        return head;
    }

    long windowStart() {
        return windowStart;
    }

    /** Throws {@link RejectedExecutionException}, every time, once the leader is closed. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                thread.execute(this::lead);
            } catch (RejectedExecutionException gone) {
                woken.set(false);
                throw gone;
            }
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
                drained.complete(null);
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
                thread,
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
        Batch batch;
        try {
            batch = builder.build(head, waiting);
        } catch (RuntimeException bug) {
            logger.error("A batch behind position {} could not be built", head, bug);
            retract();
            fail(waiting, bug);
            return;
        }
        batch.uncleared().forEach(clear);
        if (batch.drafts().isEmpty()) {
            settle(batch);
            next();
            return;
        }
        Futures.whenDone(
                log.tryAppend(head, batch.commits()),
                thread,
                (outcome, failure) -> written(batch, outcome, failure));
    }

    private void written(
            Batch batch, @Nullable AppendOutcome outcome, @Nullable Throwable failure) {
        if (outcome instanceof AppendOutcome.Appended) {
            advance(batch.commits());
            answer(batch.drafts());
            settle(batch);
            next();
        } else if (failure instanceof CommitLogException refusal) {
            logger.error("The log refused a write: {}", refusal.getMessage());
            retract();
            fail(batch.pending(), refusal);
        } else {
            logger.warn(
                    "No clear acknowledgement behind position {} ({}); resolving", head, outcome);
            retract();
            Futures.whenDone(
                    recovery.resolve(head, batch.commits(), () -> giveUpWaiting(batch)),
                    thread,
                    (standing, lost) -> resolved(batch, standing, lost));
        }
    }

    /**
     * The log was read again behind our head: some of the batch may stand there, among others'
     * commits.
     */
    private void resolved(
            Batch batch, @Nullable List<Commit> standing, @Nullable Throwable failure) {
        if (standing == null) {
            fail(batch.pending(), failure == null ? unknown() : failure);
            return;
        }
        heads.forget();
        standing.forEach(builder::observe);
        advance(standing);
        List<PendingAppend> again = new ArrayList<>();
        for (PendingAppend pending : batch.pending()) {
            Commit own = window.find(pending.request.appendId());
            if (own != null) {
                answers.execute(() -> pending.answer.complete(new AppendReceipt(own, false)));
            } else if (++pending.lostRaces > settings.lostRaces()) {
                answers.execute(() -> pending.answer.completeExceptionally(contended()));
            } else if (!pending.answer.isDone()) {
                again.add(pending);
            }
        }
        queue.addFirst(again);
        next();
    }

    private void advance(List<Commit> durable) {
        head = durable.getLast().header().lastPosition();
        windowStart = window.start();
        appended.accept(durable);
    }

    private void retract() {
        window.truncate(head);
        heads.forget();
    }

    private void giveUpWaiting(Batch batch) {
        fail(batch.pending(), unknown(), false);
    }

    private void fail(List<PendingAppend> batch, Throwable failure) {
        fail(batch, failure, true);
    }

    private void fail(List<PendingAppend> batch, Throwable failure, boolean done) {
        batch.forEach(
                pending -> answers.execute(() -> pending.answer.completeExceptionally(failure)));
        if (done) {
            next();
        }
    }

    private void settle(Batch batch) {
        batch.settled().forEach(settled -> answers.execute(settled.answer()));
    }

    /** Answers in portions: one task per caller would cost more than many an answer itself. */
    private void answer(List<Draft> drafts) {
        for (int from = 0; from < drafts.size(); from += ANSWERS_PER_TASK) {
            List<Draft> some =
                    drafts.subList(from, Math.min(drafts.size(), from + ANSWERS_PER_TASK));
            answers.execute(() -> some.forEach(Draft::answer));
        }
    }

    private void next() {
        busy = false;
        if (closing || !queue.isEmpty()) {
            wake();
        }
    }

    private AppendOutcomeUnknownException unknown() {
        return new AppendOutcomeUnknownException(
                "the storage did not say within %s whether the append stands"
                        .formatted(settings.patience()),
                new CommitLogException("no clear answer behind position " + head));
    }

    private AppendRefusedException contended() {
        return new AppendRefusedException(
                Reason.CONTENDED,
                "other writers were faster %d times".formatted(settings.lostRaces()));
    }

    /** Closing again changes nothing. */
    void close() {
        closing = true;
        if (drained.isDone()) {
            return;
        }
        wake();
        try {
            drained.get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException left) {
            logger.warn("Closing with appends still unanswered", left);
        } finally {
            thread.shutdown();
        }
    }
}
