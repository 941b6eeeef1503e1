package jp.tenken.storage.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.DenseBatch;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.eventstore.format.CommitFormatException;
import org.jspecify.annotations.Nullable;

/**
 * The log in {@code log.db}: one row per commit, and an index of keys (see {@link LogKeys}) by
 * which commits are found. One writer, some readers that it does not hold up. What is acknowledged
 * has been forced to the disk.
 *
 * <p>Thread-safe.
 */
final class SqliteCommitLog implements CommitLog {

    private static final int READERS = 4;
    private static final int NANOS_PER_MICRO = 1_000;

    private final UUID epoch;
    private final Workers writer;
    private final Workers readers;
    private final TenantIds tenants;
    private final LogWriter appends;
    private volatile long head;

    private SqliteCommitLog(
            UUID epoch,
            Workers writer,
            Workers readers,
            TenantIds tenants,
            LogWriter appends,
            long head) {
        this.epoch = epoch;
        this.writer = writer;
        this.readers = readers;
        this.tenants = tenants;
        this.appends = appends;
        this.head = head;
    }

    /**
     * Opens the log of a file, which is laid out when it is new.
     *
     * @param epoch of the folder that the file is in; a file of another log is refused
     * @throws DataFolderException when the file cannot be used
     */
    static SqliteCommitLog open(DatabaseFile file, UUID epoch) {
        Function<Throwable, RuntimeException> translation =
                failure ->
                        new CommitLogException(
                                SqliteFailures.describe(file.path(), failure), failure);
        return file.open(
                READERS,
                (session, readers) -> {
                    requireEpoch(file, session, epoch);
                    TenantIds tenants = new TenantIds(session);
                    long head = requireReadableEnd(file, session);
                    return new SqliteCommitLog(
                            epoch,
                            new Workers("tenken-log-write", List.of(session), translation),
                            new Workers("tenken-log-read", readers, translation),
                            tenants,
                            new LogWriter(file.path(), tenants),
                            head);
                },
                LogWriter.TABLES);
    }

    private static void requireEpoch(DatabaseFile file, Session session, UUID epoch)
            throws SQLException {
        var insert = session.prepare("INSERT OR IGNORE INTO log (only, epoch) VALUES (1, ?)");
        insert.setBytes(1, UuidBytes.encode(epoch));
        insert.executeUpdate();
        try (var found = session.prepare("SELECT epoch FROM log").executeQuery()) {
            if (!found.next() || !UuidBytes.decode(found.getBytes(1)).equals(epoch)) {
                throw file.damaged("belongs to another data folder", null);
            }
        }
    }

    private static long requireReadableEnd(DatabaseFile file, Session session) throws SQLException {
        LogReader reader = new LogReader(session);
        long head = reader.head();
        try {
            if (head > 0 && reader.range(head - 1, head, 1).commits().isEmpty()) {
                throw file.damaged("has lost its last commit", null);
            }
            return head;
        } catch (CommitFormatException unreadable) {
            throw file.damaged("cannot be read at its end", unreadable);
        }
    }

    @Override
    public UUID epoch() {
        return epoch;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public CompletableFuture<Long> head() {
        return readers.submit(session -> head);
    }

    @Override
    public CompletableFuture<AppendOutcome> tryAppend(long expectedHead, List<Commit> commits) {
        List<Commit> batch = DenseBatch.of(expectedHead, commits);
        return writer.submit(
                session -> {
                    if (head != expectedHead) {
                        return new AppendOutcome.HeadMoved();
                    }
                    AppendOutcome outcome = appends.append(session, batch);
                    if (outcome instanceof AppendOutcome.Appended) {
                        head = batch.getLast().header().lastPosition();
                    }
                    return outcome;
                });
    }

    @Override
    public CompletableFuture<CommitPage> read(long after, long upTo, int maxEvents) {
        return readers.submit(
                session -> {
                    long end = Math.min(upTo, head);
                    return end <= after
                            ? new CommitPage(List.of(), after)
                            : new LogReader(session).range(after, end, maxEvents);
                });
    }

    @Override
    public CompletableFuture<CommitPage> readMatching(
            @Nullable String tenant, Criteria criteria, long after, long upTo, int maxEvents) {
        return readers.submit(
                session -> {
                    long end = Math.max(after, Math.min(upTo, head));
                    Integer tenantId = tenant == null ? Integer.valueOf(0) : tenants.find(tenant);
                    return end == after || tenantId == null
                            ? new CommitPage(List.of(), end)
                            : new LogSearch(session, tenant, tenantId, criteria, after, end)
                                    .page(maxEvents);
                });
    }

    @Override
    public CompletableFuture<CommitPage> readTenant(
            String tenant, long afterSequence, int maxEvents) {
        return readers.submit(
                session -> {
                    Integer tenantId = tenants.find(tenant);
                    return tenantId == null
                            ? new CommitPage(List.of(), afterSequence)
                            : new LogReader(session).tenant(tenantId, afterSequence, maxEvents);
                });
    }

    @Override
    public CompletableFuture<Optional<Commit>> findAppend(UUID appendId) {
        return readers.submit(session -> new LogReader(session).append(appendId));
    }

    @Override
    public CompletableFuture<TenantHead> tenantHead(String tenant) {
        return readers.submit(
                session -> {
                    Integer tenantId = tenants.find(tenant);
                    return tenantId == null
                            ? TenantHead.EMPTY
                            : new LogReader(session).tenantHead(tenantId);
                });
    }

    @Override
    public CompletableFuture<Map<String, Hash>> chainHeads(String tenant, Set<String> chains) {
        Set<String> asked = Set.copyOf(chains);
        return readers.submit(session -> new LogReader(session).chainHeads(tenant, asked));
    }

    @Override
    public CompletableFuture<Long> positionBefore(Instant instant) {
        long micros = micros(instant, NANOS_PER_MICRO - 1);
        return readers.submit(session -> new LogReader(session).positionBefore(micros));
    }

    @Override
    public CompletableFuture<Long> sequenceAt(String tenant, Instant instant) {
        long micros = micros(instant, 0);
        return readers.submit(
                session -> {
                    Integer tenantId = tenants.find(tenant);
                    return tenantId == null
                            ? 0L
                            : new LogReader(session).sequenceAt(tenantId, micros);
                });
    }

    /** Never calls: this process is the only writer. */
    @Override
    public AutoCloseable onGrowth(Runnable hint) {
        return () -> {};
    }

    /** Work on the writing session itself, for those who look after the file. */
    <T> CompletableFuture<T> onWriter(Session.Work<T> work) {
        return writer.submit(work);
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
    }

    /** Microseconds since 1970; times beyond what fits become the largest or smallest that does. */
    private static long micros(Instant instant, int roundingNanos) {
        try {
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), TimeUnit.SECONDS.toMicros(1)),
                    (instant.getNano() + roundingNanos) / NANOS_PER_MICRO);
        } catch (ArithmeticException beyond) {
            return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
