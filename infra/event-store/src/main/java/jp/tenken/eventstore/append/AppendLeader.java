package jp.tenken.eventstore.append;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.Futures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Takes appends from the queue, makes batches of them and sees each through: look up what is not
 * remembered, build, write, answer; or, when the write was not simply acknowledged, find out what
 * stands and go on from there. Never two writes at once: the second could land after the first has
 * failed, and leave a hole. But while one is written the next one is built, as if the first stood
 * already; should it not, the next one is taken apart and built again.
 *
 * <p>All state belongs to whoever has the {@link Turn}; {@link #head}, {@link #windowStart} and
 * {@link #wake} are for anybody. The leader has no thread of its own: appends are built by their
 * callers and written on by the engine's thread that brought the last acknowledgement. A thread in
 * between would cost an append two changes of threads.
 */
final class AppendLeader {

    private static final Logger logger = LoggerFactory.getLogger(AppendLeader.class);

    private final CommitLog log;
    private final AppenderSettings settings;
    private final Executor answers;
    private final Consumer<List<Commit>> appended;
    private final AppendQueue queue;
    private final Consumer<PendingAppend> clear;
    private final AppendListener listener;
    private final Turn turn = new Turn();
    private final ChainHeads heads;
    private final ConflictWindow window;
    private final CommitBuilder builder;
    private final Recovery recovery;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Closing closing = new Closing();

    private volatile long head;
    private volatile long windowStart;

    /** Being written; null when nothing is. */
    private @Nullable Batch flying;

    /** Built behind what is being written; goes next. */
    private Batch ready = new Batch();

    /** It is being found out what stands in the log; nothing can be built or written before. */
    private boolean resolving;

    /** What some appends need is being looked up; those behind them wait their turn. */
    private boolean loading;

    /** How often what was built was taken back. What was looked up before that is out of date. */
    private int era;

    AppendLeader(
            CommitLog log,
            AppenderSettings settings,
            Clock clock,
            Executor answers,
            Consumer<List<Commit>> appended,
            AppendQueue queue,
            Consumer<PendingAppend> clear,
            AppendListener listener,
            long head,
            long lastRecordedAt) {
        this.log = log;
        this.settings = settings;
        this.answers = answers;
        this.appended = appended;
        this.queue = queue;
        this.clear = clear;
        this.listener = listener;
        this.head = head;
        this.windowStart = head;
        this.heads = new ChainHeads(log);
        this.window = new ConflictWindow(head, settings.window());
        this.builder = new CommitBuilder(clock, window, heads, lastRecordedAt);
        this.recovery = new Recovery(log, turn, settings.patience());
    }

    long head() {
        return head;
    }

    long windowStart() {
        return windowStart;
    }

    /** Throws {@link RejectedExecutionException}, every time, once the leader is closed. */
    void wake() {
        closing.requireOpen();
        if (woken.compareAndSet(false, true)) {
            turn.execute(this::lead);
        }
    }

    private void lead() {
        woken.set(false);
        if (ready.drafts().isEmpty()) {
            gather();
        }
        launch();
        gather();
        if (flying == null && !loading && !resolving && ready.isEmpty() && queue.isEmpty()) {
            closing.idle();
        }
    }

    /** Builds what waits behind what is built already, up to the bounds of a batch. */
    private void gather() {
        while (!loading && !resolving && !queue.isEmpty()) {
            List<PendingAppend> waiting = queue.take(ready.events(), ready.bytes());
            if (waiting.isEmpty()) {
                return;
            }
            if (heads.know(waiting)) {
                build(waiting);
            } else {
                load(waiting);
            }
        }
    }

    private void load(List<PendingAppend> waiting) {
        loading = true;
        int begun = era;
        Futures.whenDone(
                heads.load(waiting),
                turn,
                (loaded, failure) -> {
                    loading = false;
                    if (loaded == null) {
                        fail(waiting, failure == null ? unknown() : failure);
                    } else {
                        if (begun == era) {
                            loaded.remember();
                        }
                        queue.addFirst(waiting);
                    }
                    lead();
                });
    }

    private void build(List<PendingAppend> waiting) {
        try {
            builder.build(end(), waiting, ready);
        } catch (RuntimeException bug) {
            logger.error("A batch behind position {} could not be built", end(), bug);
            fail(ready.pending(), bug);
            fail(waiting, bug);
            ready = new Batch();
            retract(end());
            return;
        }
        windowStart = window.start();
        ready.takeUncleared().forEach(clear);
    }

    /** Position of the last event that stands, is written, or is built. */
    private long end() {
        return ready.endsAt(flying == null ? head : flying.endsAt(head));
    }

    private void launch() {
        if (flying != null || resolving || ready.isEmpty()) {
            return;
        }
        Batch batch = ready;
        ready = new Batch();
        if (batch.drafts().isEmpty()) {
            batch.settled().forEach(each -> answers.execute(each.answer()));
            return;
        }
        flying = batch;
        listener.writing(batch.commits());
        Futures.whenDone(
                log.tryAppend(head, batch.commits()),
                Runnable::run,
                (outcome, failure) -> acknowledged(batch, outcome, failure));
    }

    /**
     * On the engine's thread. The next batch goes first; then this thread, which is awake and has
     * nothing else to do, gives the answers, unless somebody else had the turn.
     */
    private void acknowledged(
            Batch batch, @Nullable AppendOutcome outcome, @Nullable Throwable failure) {
        Answers due = new Answers(answers);
        turn.execute(() -> written(batch, outcome, failure, due));
        due.giveHere();
    }

    private void written(
            Batch batch,
            @Nullable AppendOutcome outcome,
            @Nullable Throwable failure,
            Answers due) {
        flying = null;
        if (outcome instanceof AppendOutcome.Appended) {
            head = batch.endsAt(head);
            listener.written(batch.commits());
            launch();
            // Only now: the storage has something to do while this goes on.
            builder.stands(batch.commits());
            appended.accept(batch.commits());
            batch.giveTo(due);
            lead();
            return;
        }
        queue.addFirst(ready.pending());
        ready = new Batch();
        retract(head);
        if (failure instanceof CommitLogException refusal) {
            logger.error("The log refused a write: {}", refusal.getMessage());
            listener.refused(batch.commits(), refusal);
            fail(batch.pending(), refusal);
            lead();
            return;
        }
        boolean raced = outcome instanceof AppendOutcome.HeadMoved;
        // A lost race is daily work where several write.
        Level level = raced ? Level.DEBUG : Level.WARN;
        logger.atLevel(level).log("Nothing acknowledged behind {} ({}); resolving", head, outcome);
        resolving = true;
        listener.unclear(batch.commits(), raced);
        Runnable late = () -> fail(batch.pending(), unknown());
        Futures.whenDone(
                recovery.resolve(head, batch.commits(), late),
                turn,
                (standing, lost) -> resolved(batch, standing, lost));
    }

    /**
     * The log was read again behind our head: some of the batch may stand there, among others'
     * commits.
     */
    private void resolved(
            Batch batch, @Nullable List<Commit> standing, @Nullable Throwable failure) {
        resolving = false;
        if (standing == null) {
            fail(batch.pending(), failure == null ? unknown() : failure);
            lead();
            return;
        }
        retract(head);
        standing.forEach(builder::observe);
        listener.resolved(standing);
        head = standing.getLast().header().lastPosition();
        windowStart = window.start();
        appended.accept(standing);
        queue.addFirst(batch.pending().stream().filter(this::isToTryAgain).toList());
        lead();
    }

    private boolean isToTryAgain(PendingAppend pending) {
        Commit own = window.find(pending.request.appendId());
        if (own != null) {
            answers.execute(() -> pending.answer.complete(new AppendReceipt(own, false)));
            return false;
        }
        if (++pending.lostRaces > settings.lostRaces()) {
            fail(List.of(pending), AppendRefusedException.contended(settings.lostRaces()));
            return false;
        }
        return !pending.answer.isDone();
    }

    private void retract(long end) {
        window.truncate(end);
        windowStart = window.start();
        heads.retract(flying == null ? List.of() : flying.commits());
        era++;
    }

    private void fail(List<PendingAppend> batch, Throwable cause) {
        batch.forEach(each -> answers.execute(() -> each.answer.completeExceptionally(cause)));
    }

    private AppendOutcomeUnknownException unknown() {
        return AppendOutcomeUnknownException.behind(head, settings.patience());
    }

    /** Again is harmless. */
    void close() {
        closing.close(this::wake);
    }
}
