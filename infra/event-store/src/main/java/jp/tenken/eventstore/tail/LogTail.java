package jp.tenken.eventstore.tail;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.LogHoleException;
import jp.tenken.eventstore.tail.ChainMemory.Chain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live end of a log, shared by everybody in the process who reads on as it grows.
 *
 * <p>It learns of new commits from the process's own {@link jp.tenken.eventstore.append.Appender}
 * and, where others write too, from the engine's hints and by looking every quarter of a second.
 * What it hands out is contiguous, always.
 *
 * <p>Thread-safe. Futures complete on the executor given.
 */
public final class LogTail implements AutoCloseable {

    /** Waits that may be open at the same time; one more is refused. */
    public static final int MAX_WAITS = 100_000;

    private static final int RING_EVENTS = 8_192;
    private static final long RING_BYTES = 32L * 1024 * 1024;
    private static final int CATCH_UP_EVENTS = 1_000;
    private static final long POLL_MILLIS = 250;
    private static final Logger logger = LoggerFactory.getLogger(LogTail.class);

    private final CommitLog log;
    private final Executor executor;
    private final Consumer<LogHoleException> alarm;
    private final Object lock = new Object();
    private final CommitRing ring;
    private final ChainMemory chains = ChainMemory.ofThisProcess();
    private final TailWaits waits = new TailWaits(MAX_WAITS);
    private final AtomicInteger hintsToFollow = new AtomicInteger();
    private volatile long head;
    private volatile boolean closed;
    private AutoCloseable hints = () -> {};

    private LogTail(CommitLog log, Executor executor, Consumer<LogHoleException> alarm, long head) {
        this.log = log;
        this.executor = executor;
        this.alarm = alarm;
        this.head = head;
        this.ring = new CommitRing(head, RING_EVENTS, RING_BYTES);
    }

    /** Opens the tail at the log's present head. */
    public static CompletableFuture<LogTail> open(CommitLog log, Executor executor) {
        return open(log, executor, hole -> {});
    }

    /**
     * The same with somebody to hear of holes. The tail stays where it is and looks again.
     *
     * @param alarm is told every time that a hole is found; must be quick and must not throw
     */
    public static CompletableFuture<LogTail> open(
            CommitLog log, Executor executor, Consumer<LogHoleException> alarm) {
        return log.head()
                .thenApply(
                        head -> {
                            LogTail tail = new LogTail(log, executor, alarm, head);
                            tail.hints = log.onGrowth(tail::catchUp);
                            tail.catchUp();
                            tail.poll();
                            return tail;
                        });
    }

    /** Position of the last event that readers may see. */
    public long head() {
        return head;
    }

    /**
     * Reads on behind a position: from memory when it is recent, else from the log; never beyond
     * {@link #head()}.
     *
     * @param maxEvents about how many events at most; one commit is always returned whole
     */
    public CompletableFuture<CommitPage> read(long after, int maxEvents) {
        CommitPage recent;
        long end;
        synchronized (lock) {
            recent = ring.read(after, maxEvents);
            end = ring.end();
        }
        return recent != null
                ? CompletableFuture.completedFuture(recent)
                : log.read(after, end, maxEvents);
    }

    /**
     * All events of a tenant with a tag, up to a position that is not before {@link #head()} as it
     * was when this was called. Read from the log once; from then on kept up to date in memory, for
     * as long as there is room.
     *
     * @return {@link History#NOTHING} when there are too many of them for that
     */
    public CompletableFuture<History> history(String tenant, EventTag tag) {
        Chain chain = new Chain(tenant, tag);
        long end;
        synchronized (lock) {
            end = ring.end();
            History known = chains.find(chain, end);
            if (known != null) {
                return CompletableFuture.completedFuture(known);
            }
        }
        return log.readMatching(tenant, chain.criteria(), 0, end, ChainMemory.LONGEST)
                .thenApply(page -> remember(chain, page, end));
    }

    private History remember(Chain chain, CommitPage page, long end) {
        synchronized (lock) {
            if (page.scannedTo() < end) {
                chains.tooLong(chain);
                return History.NOTHING;
            }
            CommitPage since = ring.read(end, Integer.MAX_VALUE);
            return since == null
                    // The log has outrun the reading; whoever comes next may be luckier.
                    ? new History(page.commits(), end)
                    : chains.put(chain, page.commits(), since.commits(), ring.end());
        }
    }

    /**
     * Completes when the log has grown beyond the position, at once when it has already.
     *
     * @return may be cancelled by who no longer waits; fails with {@link
     *     RejectedExecutionException} when {@link #MAX_WAITS} are open or the tail is closed
     */
    public CompletableFuture<Void> awaitBeyond(long position) {
        synchronized (lock) {
            return head > position
                    ? CompletableFuture.completedFuture(null)
                    : waits.beyond(position);
        }
    }

    /** Waits that are open, those of who no longer waits included until they are due. */
    public int waits() {
        synchronized (lock) {
            return waits.size();
        }
    }

    /**
     * Is told what was appended, in order. Commits that do not follow what is known make the tail
     * read the log itself.
     */
    public void appended(List<Commit> commits) {
        if (take(commits)) {
            catchUp();
        }
    }

    /** Whether there is something between what was known and these. */
    private boolean take(List<Commit> commits) {
        boolean gap = false;
        List<CompletableFuture<Void>> due;
        synchronized (lock) {
            for (Commit commit : commits) {
                if (commit.header().position() <= ring.end()) {
                    continue;
                }
                if (ring.add(commit)) {
                    chains.add(commit);
                } else {
                    gap = true;
                }
            }
            head = ring.end();
            due = waits.due(head);
        }
        if (!due.isEmpty()) {
            executor.execute(() -> due.forEach(wait -> wait.complete(null)));
        }
        return gap;
    }

    private void catchUp() {
        if (!closed && hintsToFollow.getAndIncrement() == 0) {
            follow();
        }
    }

    /** Reads until the log's end is reached and no hint has come meanwhile. */
    private void follow() {
        int seen = hintsToFollow.get();
        Futures.whenDone(
                log.head().thenCompose(this::readUpTo),
                executor,
                (more, failure) -> {
                    if (closed) {
                        return;
                    }
                    if (failure != null) {
                        if (Futures.root(failure) instanceof LogHoleException hole) {
                            alarm.accept(hole);
                        }
                        logger.error(
                                "The log could not be followed behind position {}; trying again",
                                head,
                                failure);
                        later(this::follow);
                    } else if (Boolean.TRUE.equals(more) || hintsToFollow.addAndGet(-seen) != 0) {
                        follow();
                    }
                });
    }

    private CompletableFuture<Boolean> readUpTo(long end) {
        long from = head;
        if (end <= from) {
            return CompletableFuture.completedFuture(false);
        }
        return log.read(from, end, CATCH_UP_EVENTS)
                .thenApply(
                        page -> {
                            for (Commit commit : page.commits()) {
                                long known = head;
                                if (commit.header().lastPosition() > known) {
                                    LogHoleException.unlessContiguous(known, commit);
                                    take(List.of(commit));
                                }
                            }
                            if (head == from) {
                                throw new CommitLogException(
                                        "the log ends at %d, but nothing is found behind %d"
                                                .formatted(end, from));
                            }
                            return head < end;
                        });
    }

    /** Hints may be missing; whoever else writes is found out soon all the same. */
    private void poll() {
        if (!closed && !log.exclusive()) {
            later(
                    () -> {
                        catchUp();
                        poll();
                    });
        }
    }

    private void later(Runnable step) {
        CompletableFuture.delayedExecutor(POLL_MILLIS, TimeUnit.MILLISECONDS, executor)
                .execute(step);
    }

    /** Fails every wait. Does not close the log. */
    @Override
    public void close() {
        List<CompletableFuture<Void>> left;
        synchronized (lock) {
            closed = true;
            left = waits.close();
        }
        left.forEach(wait -> wait.completeExceptionally(new RejectedExecutionException("closed")));
        try {
            hints.close();
        } catch (Exception leftOpen) {
            throw new IllegalStateException("the engine's hints could not be closed", leftOpen);
        }
    }
}
