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
final class AppendLeader implements ContendingWriter {

    private static final Logger logger = LoggerFactory.getLogger(AppendLeader.class);

    private final CommitLog log;
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
    private final Unanswered unanswered;
    private final LookUps lookUps;
    private final Rivals rivals;
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
        this.answers = answers;
        this.appended = appended;
        this.queue = queue;
        this.clear = clear;
        this.listener = listener;
        this.head = head;
        this.windowStart = head;
        this.heads = new ChainHeads(log);
        this.lookUps = new LookUps(heads, turn);
        this.window = new ConflictWindow(head, settings.window());
        this.builder = new CommitBuilder(clock, window, heads, lastRecordedAt);
        this.recovery = new Recovery(log, turn, settings.patience());
        this.unanswered = new Unanswered(settings, answers, window);
        this.rivals = Rivals.of(this, log, turn);
    }

    @Override
    public long head() {
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

    @Override
    public void lead() {
        woken.set(false);
        if (rivals.mayWrite()) {
            if (ready.drafts().isEmpty()) {
                gather();
            }
            launch();
            gather();
        }
        if (flying == null && !lookUps.underWay() && !resolving) {
            boolean idle = ready.isEmpty() && queue.isEmpty();
            rivals.proceed(!idle);
            if (idle && closing.begun()) {
                rivals.close();
                closing.idle();
            }
        }
    }

    /** Builds what waits behind what is built already, up to the bounds of a batch. */
    private void gather() {
        while (!lookUps.underWay() && !resolving && !queue.isEmpty()) {
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
        lookUps.begin(
                waiting,
                failure -> {
                    if (failure != null) {
                        unanswered.fail(waiting, failure);
                    } else {
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
            unanswered.fail(ready.pending(), bug);
            unanswered.fail(waiting, bug);
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
        if (flying != null || resolving || ready.isEmpty() || !rivals.mayWrite()) {
            return;
        }
        Batch batch = ready;
        ready = new Batch();
        if (batch.drafts().isEmpty()) {
            batch.settled().forEach(each -> answers.execute(each.answer()));
            return;
        }
        flying = batch;
        rivals.writing();
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
        retreat();
        if (failure instanceof CommitLogException refusal) {
            logger.error("The log refused a write: {}", refusal.getMessage());
            listener.refused(batch.commits(), refusal);
            unanswered.fail(batch.pending(), refusal);
            lead();
            return;
        }
        boolean raced = outcome instanceof AppendOutcome.HeadMoved;
        // A lost race is daily work where several write.
        Level level = raced ? Level.DEBUG : Level.WARN;
        logger.atLevel(level).log("Nothing acknowledged behind {} ({}); resolving", head, outcome);
        resolving = true;
        listener.unclear(batch.commits(), raced);
        Runnable late = () -> unanswered.fail(batch.pending(), unanswered.unknown(head));
        Futures.whenDone(
                recovery.resolve(head, batch.commits(), late),
                turn,
                (standing, lost) -> resolved(batch, standing, lost));
    }

    /** The log was read again: some of the batch may stand behind our head, among others'. */
    private void resolved(
            Batch batch, @Nullable List<Commit> standing, @Nullable Throwable failure) {
        resolving = false;
        if (standing == null) {
            unanswered.fail(batch.pending(), failure == null ? unanswered.unknown(head) : failure);
            lead();
            return;
        }
        listener.resolved(standing);
        observe(standing);
        queue.addFirst(unanswered.toTryAgain(batch.pending()));
        if (!batch.commits().containsAll(standing)) {
            rivals.outrun();
        }
        lead();
    }

    @Override
    public void observe(List<Commit> standing) {
        retract(head);
        standing.forEach(builder::observe);
        head = standing.getLast().header().lastPosition();
        windowStart = window.start();
        appended.accept(standing);
    }

    @Override
    public void prepare() {
        retreat();
        List<PendingAppend> waiting = queue.take(0, 0);
        if (heads.know(waiting)) {
            queue.addFirst(waiting);
        } else {
            load(waiting);
        }
    }

    private void retreat() {
        queue.addFirst(ready.pending());
        ready = new Batch();
        retract(head);
    }

    private void retract(long end) {
        window.truncate(end);
        windowStart = window.start();
        heads.retract(flying == null ? List.of() : flying.commits());
        lookUps.outdate();
    }

    /** Again is harmless. */
    void close() {
        closing.close(this::wake);
    }
}
