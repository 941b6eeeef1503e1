package jp.tenken.eventstore.tck;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.DenseBatch;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.TenantHead;
import org.jspecify.annotations.Nullable;

/**
 * The reference engine: lists of commits under a lock. It is the oracle of the suites and the log
 * of tests that need no durability; what it holds lives as long as the process.
 *
 * <p>Searches are linear within a tenant, which serves some ten thousand commits well.
 */
public final class InMemoryCommitLog implements CommitLog {

    /**
     * What outlives a close, so that a reopened log goes on where this one ended. Guarded by
     * itself.
     */
    private static final class Contents {
        final UUID epoch;
        final List<Commit> all = new ArrayList<>();
        final Map<String, List<Commit>> byTenant = new HashMap<>();
        final Map<UUID, Commit> byAppendId = new HashMap<>();
        final Map<String, Map<String, Hash>> chains = new HashMap<>();

        Contents(UUID epoch) {
            this.epoch = epoch;
        }

        long head() {
            return all.isEmpty() ? 0 : all.getLast().header().lastPosition();
        }

        void add(Commit commit) {
            CommitHeader header = commit.header();
            all.add(commit);
            byTenant.computeIfAbsent(header.tenant(), tenant -> new ArrayList<>()).add(commit);
            byAppendId.put(header.appendId(), commit);
            Map<String, Hash> heads =
                    chains.computeIfAbsent(header.tenant(), tenant -> new HashMap<>());
            header.previousInChain().keySet().forEach(chain -> heads.put(chain, header.hash()));
        }

        List<Commit> of(String tenant) {
            return byTenant.getOrDefault(tenant, List.of());
        }
    }

    private final Contents contents;
    private final EngineThreads threads = EngineThreads.asManyAsItTakes("in-memory-log");

    /** An empty log with an epoch of its own. */
    public InMemoryCommitLog() {
        this(new Contents(UUID.randomUUID()));
    }

    private InMemoryCommitLog(Contents contents) {
        this.contents = contents;
    }

    /**
     * A log over the same contents, as if a durable one had been opened again. This one may be
     * closed before.
     */
    public InMemoryCommitLog reopened() {
        return new InMemoryCommitLog(contents);
    }

    /** A log of the same epoch with what this one holds now: its backup, restored. */
    public InMemoryCommitLog copied() {
        synchronized (contents) {
            InMemoryCommitLog copy = new InMemoryCommitLog(new Contents(contents.epoch));
            contents.all.forEach(copy.contents::add);
            return copy;
        }
    }

    @Override
    public UUID epoch() {
        return contents.epoch;
    }

    @Override
    public CompletableFuture<Long> head() {
        return locked(contents::head);
    }

    @Override
    public CompletableFuture<AppendOutcome> tryAppend(long expectedHead, List<Commit> commits) {
        List<Commit> batch = DenseBatch.of(expectedHead, commits);
        return locked(() -> append(expectedHead, batch));
    }

    private AppendOutcome append(long expectedHead, List<Commit> batch) {
        if (contents.head() != expectedHead) {
            return new AppendOutcome.HeadMoved();
        }
        batch.forEach(contents::add);
        return new AppendOutcome.Appended();
    }

    @Override
    public CompletableFuture<CommitPage> read(long after, long upTo, int maxEvents) {
        return locked(() -> search(contents.all, commit -> true, after, upTo, maxEvents));
    }

    @Override
    public CompletableFuture<CommitPage> readMatching(
            @Nullable String tenant, Criteria criteria, long after, long upTo, int maxEvents) {
        return locked(
                () ->
                        search(
                                tenant == null ? contents.all : contents.of(tenant),
                                criteria::matchesAny,
                                after,
                                upTo,
                                maxEvents));
    }

    private CommitPage search(
            List<Commit> ascending, Predicate<Commit> wanted, long after, long upTo, int max) {
        long end = Math.max(after, Math.min(upTo, contents.head()));
        List<Commit> found = new ArrayList<>();
        int events = 0;
        for (int i = firstWhere(ascending, header -> header.lastPosition() > after);
                i < ascending.size() && ascending.get(i).header().position() <= end;
                i++) {
            Commit commit = ascending.get(i);
            if (events >= max) {
                return new CommitPage(found, found.getLast().header().lastPosition());
            }
            if (wanted.test(commit)) {
                found.add(commit);
                events += commit.header().eventCount();
            }
        }
        return new CommitPage(found, end);
    }

    @Override
    public CompletableFuture<CommitPage> readTenant(
            String tenant, long afterSequence, int maxEvents) {
        return locked(
                () -> {
                    List<Commit> all = contents.of(tenant);
                    List<Commit> found = new ArrayList<>();
                    int events = 0;
                    for (int i = firstWhere(all, h -> h.lastTenantSequence() > afterSequence);
                            i < all.size() && events < maxEvents;
                            i++) {
                        found.add(all.get(i));
                        events += all.get(i).header().eventCount();
                    }
                    return new CommitPage(
                            found,
                            found.isEmpty()
                                    ? afterSequence
                                    : found.getLast().header().lastTenantSequence());
                });
    }

    @Override
    public CompletableFuture<Optional<Commit>> findAppend(UUID appendId) {
        return locked(() -> Optional.ofNullable(contents.byAppendId.get(appendId)));
    }

    @Override
    public CompletableFuture<TenantHead> tenantHead(String tenant) {
        return locked(
                () -> {
                    if (contents.of(tenant).isEmpty()) {
                        return TenantHead.EMPTY;
                    }
                    CommitHeader last = contents.of(tenant).getLast().header();
                    return new TenantHead(
                            last.lastTenantSequence(),
                            last.lastPosition(),
                            last.recordedAtMicros(),
                            last.hash());
                });
    }

    @Override
    public CompletableFuture<Map<String, Hash>> chainHeads(String tenant, Set<String> chains) {
        return locked(
                () -> {
                    Map<String, Hash> heads =
                            new HashMap<>(contents.chains.getOrDefault(tenant, Map.of()));
                    heads.keySet().retainAll(chains);
                    return heads;
                });
    }

    @Override
    public CompletableFuture<Long> positionBefore(Instant instant) {
        return locked(
                () -> {
                    long position = 0;
                    for (Commit commit : contents.all) {
                        if (recordedAt(commit).isBefore(instant)) {
                            position = commit.header().lastPosition();
                        }
                    }
                    return position;
                });
    }

    @Override
    public CompletableFuture<Long> sequenceAt(String tenant, Instant instant) {
        return locked(
                () -> {
                    long sequence = 0;
                    for (Commit commit : contents.of(tenant)) {
                        if (!recordedAt(commit).isAfter(instant)) {
                            sequence = commit.header().lastTenantSequence();
                        }
                    }
                    return sequence;
                });
    }

    /** Never calls: nobody else can write here. */
    @Override
    public AutoCloseable onGrowth(Runnable hint) {
        return () -> {};
    }

    @Override
    public void close() {
        threads.close();
    }

    private <T> CompletableFuture<T> locked(Supplier<T> work) {
        return threads.answer(
                () -> {
                    synchronized (contents) {
                        return work.get();
                    }
                });
    }

    private static Instant recordedAt(Commit commit) {
        return Instant.EPOCH.plus(commit.header().recordedAtMicros(), ChronoUnit.MICROS);
    }

    /**
     * Index of the first commit that fits, given that all behind it fit too; the size when none
     * does.
     */
    private static int firstWhere(List<Commit> ascending, Predicate<CommitHeader> fits) {
        int low = 0;
        int high = ascending.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (fits.test(ascending.get(middle).header())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
