package jp.tenken.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.eventstore.WriteTurns;
import org.jspecify.annotations.Nullable;

/**
 * A log that notes how many commits each write had, and how many writes came too late or had to
 * wait for a look at what stands. Thread-safe.
 */
final class RecordingLog implements CommitLog {

    private final CommitLog log;
    private final List<Integer> batches = new ArrayList<>();
    private final LongAdder lost = new LongAdder();
    private final LongAdder chains = new LongAdder();

    RecordingLog(CommitLog log) {
        this.log = log;
    }

    /** The sizes of the writes since this was asked last. */
    List<Integer> takeBatches() {
        synchronized (batches) {
            List<Integer> taken = List.copyOf(batches);
            batches.clear();
            return taken;
        }
    }

    /** Writes that found the log longer than they believed, since this was asked last. */
    long takeLost() {
        return lost.sumThenReset();
    }

    /** Chains whose end was looked up, since this was asked last. */
    long takeChains() {
        return chains.sumThenReset();
    }

    @Override
    public CompletableFuture<AppendOutcome> tryAppend(long expectedHead, List<Commit> commits) {
        synchronized (batches) {
            batches.add(commits.size());
        }
        return log.tryAppend(expectedHead, commits)
                .whenComplete(
                        (outcome, failure) -> {
                            if (outcome instanceof AppendOutcome.HeadMoved) {
                                lost.increment();
                            }
                        });
    }

    @Override
    public UUID epoch() {
        return log.epoch();
    }

    @Override
    public boolean exclusive() {
        return log.exclusive();
    }

    @Override
    public Optional<WriteTurns> turns() {
        return log.turns();
    }

    @Override
    public CompletableFuture<Long> head() {
        return log.head();
    }

    @Override
    public CompletableFuture<CommitPage> read(long after, long upTo, int maxEvents) {
        return log.read(after, upTo, maxEvents);
    }

    @Override
    public CompletableFuture<CommitPage> readMatching(
            @Nullable String tenant, Criteria criteria, long after, long upTo, int maxEvents) {
        return log.readMatching(tenant, criteria, after, upTo, maxEvents);
    }

    @Override
    public CompletableFuture<CommitPage> readTenant(
            String tenant, long afterSequence, int maxEvents) {
        return log.readTenant(tenant, afterSequence, maxEvents);
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
    public CompletableFuture<Map<String, Hash>> chainHeads(String tenant, Set<String> asked) {
        chains.add(asked.size());
        return log.chainHeads(tenant, asked);
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
        return log.onGrowth(hint);
    }

    @Override
    public void close() {
        log.close();
    }
}
