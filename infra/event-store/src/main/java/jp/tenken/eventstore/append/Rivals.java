package jp.tenken.eventstore.append;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.WriteTurns;
import org.jspecify.annotations.Nullable;

/**
 * When an appender may write, so that several on one log do not race for every position.
 *
 * <p>Who has met no rival writes at once and asks nobody; only beside a long stream of writes it is
 * looked whether others wait. Who was outrun waits in line, reads what the others wrote, and then
 * writes for a while undisturbed, until the next one has the turn or nobody wants it. What cannot
 * be had in time is done without: then writers race again for a while, with pauses of random
 * length.
 *
 * <p>For whoever has the {@link Turn}.
 */
final class Rivals {

    /** A turn lasts this long, and for some writes, unless nothing is left to write. */
    static final long TURN_MILLIS = 50;

    /** Where writes are slow, so is the beginning of a turn; it is to be worth it. */
    static final int TURN_WRITES = 4;

    /** So long a turn rests when nothing is left: callers come back, or it is given up. */
    static final long REST_MILLIS = 2;

    /** The longest wait for an answer about turns. */
    static final long PATIENCE_MILLIS = 5_000;

    /** So long turns are not asked for when they could not be had. */
    static final long DISTRUST_MILLIS = 10_000;

    /** The longest pause behind a race that was lost without turns. */
    static final long PAUSE_MILLIS = 20;

    /** So often it is looked for others beside a stream of writes; slower ones they can win. */
    static final long LOOK_MILLIS = 500;

    static final int STREAM_WRITES = 8;
    static final int PAGE_EVENTS = 1_000;

    /** Reads what stands behind a position. */
    interface Reading {
        CompletableFuture<CommitPage> behind(long position);
    }

    private enum State {
        /** No rival is known. */
        FREE,
        /** Others were faster or wait; the turn is asked for when there is something to write. */
        OUTRUN,
        /** In line, or catching up at the beginning of the turn. */
        WAITING,
        HOLDING,
        LEAVING,
        /** Outrun without turns. */
        PAUSING
    }

    private final @Nullable WriteTurns turns;
    private final Reading reading;
    private final Executor turn;
    private final Patience.Timer timer;
    private final Patience patience;
    private final ContendingWriter writer;

    private State state = State.FREE;

    /** The turn is to be given up as soon as nothing is being written. */
    private boolean over;

    /** The turn's time is over. */
    private boolean spent;

    /** Turns could not be had lately. */
    private boolean distrust;

    private boolean resting;

    /** Number of writes at the last rest. */
    private long rested = -1;

    private boolean looking;
    private long writes;
    private long writesBefore;

    /** All that a log knows of its writers. */
    static Rivals of(ContendingWriter writer, CommitLog log, Executor turn) {
        return new Rivals(
                writer,
                log.turns().orElse(null),
                after -> log.read(after, Long.MAX_VALUE, PAGE_EVENTS),
                turn,
                Patience.Timer.with(turn));
    }

    /**
     * @param turns null where nobody takes turns
     */
    Rivals(
            ContendingWriter writer,
            @Nullable WriteTurns turns,
            Reading reading,
            Executor turn,
            Patience.Timer timer) {
        this.writer = writer;
        this.turns = turns;
        this.reading = reading;
        this.turn = turn;
        this.timer = timer;
        this.patience = new Patience(turn, timer, PATIENCE_MILLIS);
    }

    boolean mayWrite() {
        return state == State.FREE || (state == State.HOLDING && !over && !resting);
    }

    /** A write begins. */
    void writing() {
        writes++;
        over = isUsedUp();
        if (turns != null && state == State.FREE && !looking && !distrust) {
            looking = true;
            long before = writes;
            timer.after(LOOK_MILLIS, () -> look(turns, before));
        }
    }

    private void look(WriteTurns line, long before) {
        if (state != State.FREE || writes - before < STREAM_WRITES) {
            looking = false;
            return;
        }
        Futures.whenDone(
                line.wanted(),
                turn,
                (wanted, failure) -> {
                    looking = false;
                    if (Boolean.TRUE.equals(wanted) && state == State.FREE) {
                        state = State.OUTRUN;
                        writer.lead();
                    }
                });
    }

    /** Others have written where this writer wanted to. */
    void outrun() {
        if (turns == null || state != State.FREE) {
            return;
        }
        if (!distrust) {
            state = State.OUTRUN;
            return;
        }
        state = State.PAUSING;
        timer.after(
                ThreadLocalRandom.current().nextLong(PAUSE_MILLIS + 1),
                () -> {
                    state = State.FREE;
                    writer.lead();
                });
    }

    /**
     * Does what is to be done before the next write, while nothing is being written.
     *
     * @param busy whether there is anything to write
     */
    void proceed(boolean busy) {
        if (turns == null) {
            return;
        }
        if (state == State.OUTRUN && busy) {
            take(turns);
        } else if (state == State.HOLDING && over) {
            leave(turns);
        } else if (state == State.HOLDING && !busy && !resting) {
            rest(turns);
        }
    }

    private void take(WriteTurns line) {
        state = State.WAITING;
        writer.prepare();
        patience.ask(
                line.take(),
                taken -> {
                    if (Boolean.TRUE.equals(taken)) {
                        catchUp();
                    } else {
                        doWithout(line);
                    }
                });
    }

    private void catchUp() {
        Futures.whenDone(
                reading.behind(writer.head()),
                turn,
                (page, failure) -> {
                    boolean more = false;
                    try {
                        more = state == State.WAITING && page != null && observe(page.commits());
                    } finally {
                        if (more) {
                            catchUp();
                        } else if (state == State.WAITING) {
                            hold();
                        }
                    }
                });
    }

    /** Whether there may be more behind it. */
    private boolean observe(List<Commit> page) {
        if (page.isEmpty() || page.getFirst().header().position() != writer.head() + 1) {
            return false;
        }
        long before = writer.head();
        writer.observe(page);
        return writer.head() - before >= PAGE_EVENTS;
    }

    /** What could not be read is found out by the write that comes too late. */
    private void hold() {
        state = State.HOLDING;
        over = false;
        spent = false;
        resting = false;
        writesBefore = writes;
        patience.forget();
        patience.later(
                TURN_MILLIS,
                () -> {
                    spent = true;
                    over |= isUsedUp();
                    writer.lead();
                });
        writer.lead();
    }

    private boolean isUsedUp() {
        return spent && writes - writesBefore >= TURN_WRITES;
    }

    private void rest(WriteTurns line) {
        if (rested == writes) {
            leave(line);
            return;
        }
        rested = writes;
        resting = true;
        patience.later(
                REST_MILLIS,
                () -> {
                    resting = false;
                    writer.lead();
                });
    }

    private void leave(WriteTurns line) {
        state = State.LEAVING;
        patience.ask(
                line.leave(),
                others -> {
                    if (others == null) {
                        doWithout(line);
                        return;
                    }
                    state = others ? State.OUTRUN : State.FREE;
                    writer.lead();
                });
    }

    private void doWithout(WriteTurns line) {
        state = State.FREE;
        distrust = true;
        timer.after(DISTRUST_MILLIS, () -> distrust = false);
        var unused = line.leave();
        writer.lead();
    }

    /** Nothing will be written any more. Others need not wait. */
    void close() {
        if (turns != null && (state == State.HOLDING || state == State.WAITING)) {
            patience.forget();
            state = State.FREE;
            var unused = turns.leave();
        }
    }
}
