package jp.tenken.eventstore.tck;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.eventstore.WriteTurns;
import org.jspecify.annotations.Nullable;

/**
 * A log that breaks on command, over one that does not. Several appenders may share it, as
 * processes share a server: it takes their writes one after the other and tells every tail when the
 * log has grown.
 *
 * <p>Without a script it behaves like the log underneath, but for {@link #exclusive()}, which is
 * always false. Does not own the log underneath.
 */
public final class FaultyCommitLog implements CommitLog {

    private final CommitLog log;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<Integer> attempts = new ArrayList<>();
    private final List<Runnable> hints = new CopyOnWriteArrayList<>();
    private final AtomicInteger readsToFail = new AtomicInteger();
    private final AtomicLong eventsRead = new AtomicLong();
    private final AtomicInteger readsBegun = new AtomicInteger();
    private final AtomicInteger readsEnded = new AtomicInteger();
    private volatile Supplier<CompletableFuture<?>> beforeReads =
            () -> CompletableFuture.completedFuture(true);
    private volatile long hidden;
    private final InMemoryWriterLine line = new InMemoryWriterLine();
    private CompletableFuture<?> turn = CompletableFuture.completedFuture(true);

    /** Over a log that stays the caller's. */
    public FaultyCommitLog(CommitLog log) {
        this.log = log;
    }

    /** What becomes of the next attempts to append, in order; those behind them go through. */
    public synchronized void script(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** How many commits each attempt so far has offered. */
    public synchronized List<Integer> attempts() {
        return List.copyOf(attempts);
    }

    /** Lets this many reads of events fail. */
    public void failReads(int count) {
        readsToFail.set(count);
    }

    /**
     * Runs something before every read of events, which waits for it: behind the reading of the
     * head.
     */
    public void beforeReads(Supplier<CompletableFuture<?>> step) {
        beforeReads = step;
    }

    /**
     * Makes reads of events leave out the commit at this position, as if the storage had lost it.
     */
    public void hide(long position) {
        hidden = position;
    }

    /** Events handed out by reads of events. */
    public long eventsRead() {
        return eventsRead.get();
    }

    /** Reads of events that were asked for. */
    public int readsBegun() {
        return readsBegun.get();
    }

    /** Reads of events that were answered, however. */
    public int readsEnded() {
        return readsEnded.get();
    }

    @Override
    public UUID epoch() {
        return log.epoch();
    }

    /** Those of the log underneath; where it has none, its writers take turns none the less. */
    @Override
    public Optional<WriteTurns> turns() {
        return log.turns().or(() -> Optional.of(line.place()));
    }

    @Override
    public CompletableFuture<Long> head() {
        return log.head();
    }

    @Override
    public synchronized CompletableFuture<AppendOutcome> tryAppend(
            long expectedHead, List<Commit> commits) {
        attempts.add(commits.size());
        Fault fault = faults.isEmpty() ? Fault.NONE : faults.remove();
        CompletableFuture<AppendOutcome> attempt =
                turn.handle((done, failure) -> true)
                        .thenCompose(next -> fault.attempt(log, expectedHead, commits));
        turn = attempt;
        return attempt.whenComplete((outcome, failure) -> hints.forEach(Runnable::run));
    }

    @Override
    public CompletableFuture<CommitPage> read(long after, long upTo, int maxEvents) {
        return events(() -> log.read(after, upTo, maxEvents));
    }

    @Override
    public CompletableFuture<CommitPage> readMatching(
            @Nullable String tenant, Criteria criteria, long after, long upTo, int maxEvents) {
        return events(() -> log.readMatching(tenant, criteria, after, upTo, maxEvents));
    }

    @Override
    public CompletableFuture<CommitPage> readTenant(
            String tenant, long afterSequence, int maxEvents) {
        return events(() -> log.readTenant(tenant, afterSequence, maxEvents));
    }

    private CompletableFuture<CommitPage> events(Supplier<CompletableFuture<CommitPage>> read) {
        if (readsToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return CompletableFuture.failedFuture(new CommitLogException("no answer"));
        }
        readsBegun.incrementAndGet();
        return beforeReads
                .get()
                .thenCompose(done -> read.get())
                .thenApply(this::seen)
                .whenComplete((page, failure) -> readsEnded.incrementAndGet());
    }

    private CommitPage seen(CommitPage page) {
        List<Commit> left =
                page.commits().stream()
                        .filter(commit -> commit.header().position() != hidden)
                        .toList();
        left.forEach(commit -> eventsRead.addAndGet(commit.header().eventCount()));
        return new CommitPage(left, page.scannedTo());
    }

    @Override
    public CompletableFuture<Optional<Commit>> findAppend(UUID appendId) {
        return log.findAppend(appendId);
    }

    @Override
    public CompletableFuture<TenantHead> tenantHead(String tenant) {
        return log.tenantHead(tenant);
    }

    @Override
    public CompletableFuture<Map<String, Hash>> chainHeads(String tenant, Set<String> chains) {
        return log.chainHeads(tenant, chains);
    }

    @Override
    public CompletableFuture<Long> positionBefore(Instant instant) {
        return log.positionBefore(instant);
    }

    @Override
    public CompletableFuture<Long> sequenceAt(String tenant, Instant instant) {
        return log.sequenceAt(tenant, instant);
    }

    @Override
    public AutoCloseable onGrowth(Runnable hint) {
        hints.add(hint);
        return () -> hints.remove(hint);
    }

    /** Leaves the log underneath open. */
    @Override
    public void close() {
        hints.clear();
    }
}
