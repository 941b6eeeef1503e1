package jp.tenken.projections;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;

/** A log in memory, which can lose a commit, lose its content, or refuse to be read. */
final class MemoryLog implements CommitSource {

    private static final Instant FIRST = Instant.parse("2026-04-01T00:00:00Z");

    private final UUID epoch;
    private final List<Commit> commits = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Waiter> waiters = new CopyOnWriteArrayList<>();
    final AtomicInteger failingReads = new AtomicInteger();
    final AtomicInteger tenantReads = new AtomicInteger();
    private volatile Supplier<CommitLogException> failure =
            () -> new CommitLogException("the disk is away");
    private long head;

    private record Waiter(long position, CompletableFuture<Void> future) {}

    /** A name and comma-separated fields. */
    record Fact(String name, String fields) {}

    MemoryLog() {
        this(UUID.randomUUID());
    }

    MemoryLog(UUID epoch) {
        this.epoch = epoch;
    }

    static Fact fact(String name, String fields) {
        return new Fact(name, fields);
    }

    /** Appends one commit. */
    synchronized Commit append(String tenant, Fact... facts) {
        List<StoredEvent> events = new ArrayList<>();
        long position = head + 1;
        for (Fact fact : facts) {
            events.add(
                    new StoredEvent(
                            "event-" + (position + events.size()),
                            fact.name(),
                            "1",
                            FIRST.plusSeconds(position),
                            List.of(),
                            Map.of("actor", "tanaka"),
                            fact.fields().getBytes(StandardCharsets.UTF_8),
                            new byte[StoredEvent.SALT_LENGTH]));
        }
        long sequence = sequences.merge(tenant, (long) facts.length, Long::sum) - facts.length + 1;
        Commit commit =
                new Commit(
                        new CommitHeader(
                                position,
                                new UUID(0, position),
                                tenant,
                                sequence,
                                FIRST.plusSeconds(position).getEpochSecond() * 1_000_000 + 7,
                                Collections.nCopies(facts.length, Hash.NONE),
                                Hash.NONE,
                                Map.of(),
                                Hash.NONE),
                        events);
        commits.add(commit);
        head = commit.header().lastPosition();
        for (Waiter waiter : waiters) {
            if (head > waiter.position()) {
                waiters.remove(waiter);
                waiter.future().completeAsync(() -> null);
            }
        }
        return commit;
    }

    /** Lets every read from now on fail. */
    void failWith(Supplier<CommitLogException> with) {
        failure = with;
        failingReads.set(Integer.MAX_VALUE);
    }

    /** Erases the content of a commit: its header remains. */
    synchronized void bury(Commit commit) {
        commits.set(commits.indexOf(commit), new Commit(commit.header(), List.of()));
    }

    /** Loses a commit. */
    synchronized void lose(Commit commit) {
        commits.remove(commit);
    }

    /** Finds it again. */
    synchronized void find(Commit commit) {
        int index = 0;
        while (index < commits.size()
                && commits.get(index).header().position() < commit.header().position()) {
            index++;
        }
        commits.add(index, commit);
    }

    synchronized List<Commit> commits() {
        return List.copyOf(commits);
    }

    @Override
    public UUID epoch() {
        return epoch;
    }

    @Override
    public synchronized long head() {
        return head;
    }

    @Override
    public CompletableFuture<Long> durableHead() {
        return CompletableFuture.completedFuture(head());
    }

    @Override
    public synchronized CompletableFuture<CommitPage> read(long after, int maxEvents) {
        if (failingReads.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return CompletableFuture.supplyAsync(
                    () -> {
                        throw failure.get();
                    });
        }
        List<Commit> page = new ArrayList<>();
        int events = 0;
        int index =
                Collections.binarySearch(
                        commits.stream().map(commit -> commit.header().lastPosition()).toList(),
                        after + 1);
        for (Commit commit : commits.subList(index < 0 ? -index - 1 : index, commits.size())) {
            if (events > 0 && events + commit.header().eventCount() > maxEvents) {
                break;
            }
            page.add(commit);
            events += commit.header().eventCount();
        }
        long scanned = page.isEmpty() ? head : page.getLast().header().lastPosition();
        return CompletableFuture.completedFuture(new CommitPage(page, scanned));
    }

    @Override
    public synchronized CompletableFuture<Void> awaitBeyond(long position) {
        CompletableFuture<Void> future = new CompletableFuture<>();
        if (head > position) {
            future.complete(null);
        } else {
            waiters.add(new Waiter(position, future));
        }
        return future;
    }

    @Override
    public synchronized CompletableFuture<CommitPage> readTenant(
            String tenant, long afterSequence, int maxEvents) {
        tenantReads.incrementAndGet();
        List<Commit> page =
                commits.stream()
                        .filter(
                                commit ->
                                        commit.header().tenant().equals(tenant)
                                                && commit.header().lastTenantSequence()
                                                        > afterSequence)
                        .limit(1)
                        .toList();
        long scanned =
                page.isEmpty() ? afterSequence : page.getLast().header().lastTenantSequence();
        return CompletableFuture.completedFuture(new CommitPage(page, scanned));
    }
}
