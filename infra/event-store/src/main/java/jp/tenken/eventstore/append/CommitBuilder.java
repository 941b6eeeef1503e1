package jp.tenken.eventstore.append;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.eventstore.append.AppendRefusedException.Reason;
import jp.tenken.eventstore.append.Batch.Draft;
import jp.tenken.eventstore.append.Batch.Settled;
import jp.tenken.eventstore.format.CommitSeal;

/**
 * Turns waiting appends into the commits of one batch: checks each against the log and against
 * those before it in the batch, gives positions, sequences and times, and links the hashes. No I/O.
 *
 * <p>For one thread.
 */
final class CommitBuilder {

    /** A clock further behind the log than this is wrong, and what it stamped would be too. */
    private static final long TOLERATED_LAG_MICROS = TimeUnit.SECONDS.toMicros(5);

    private final Clock clock;
    private final ConflictWindow window;
    private final ChainHeads heads;
    private long lastRecordedAt;

    CommitBuilder(Clock clock, ConflictWindow window, ChainHeads heads, long lastRecordedAt) {
        this.clock = clock;
        this.window = window;
        this.heads = heads;
        this.lastRecordedAt = lastRecordedAt;
    }

    /**
     * Builds the commits behind {@code end} and adds them, and what became of the others, to the
     * batch. They are in the window and in the heads afterwards.
     */
    void build(long end, List<PendingAppend> waiting, Batch batch) {
        long now = micros(clock.instant());
        long position = end + 1;
        for (PendingAppend pending : waiting) {
            AppendGuard guard = pending.request.guard();
            Commit standing = window.find(pending.request.appendId());
            if (standing != null) {
                AppendReceipt receipt = new AppendReceipt(standing, true);
                batch.add(new Settled(pending, () -> pending.answer.complete(receipt)));
            } else if (!pending.clearedUpTo(window.start())) {
                batch.addUncleared(pending);
            } else if (guard != null
                    && window.violates(
                            pending.request.tenant(),
                            new AppendGuard(guard.criteria(), pending.guardHoldsUpTo))) {
                batch.add(
                        failed(pending, new AppendConflictException(guard.after(), position - 1)));
            } else if (now < latest(pending) - TOLERATED_LAG_MICROS) {
                batch.add(failed(pending, behind(latest(pending) - now)));
            } else if (pending.moved != null && !follows(pending.moved.header())) {
                CommitHeader moved = pending.moved.header();
                batch.add(
                        failed(
                                pending,
                                AppendRefusedException.doesNotFollow(
                                        moved, heads.tenant(moved.tenant()))));
            } else {
                Commit commit =
                        pending.moved == null
                                ? commit(position, now, pending)
                                : moved(position, pending.moved);
                position += commit.header().eventCount();
                lastRecordedAt = Math.max(lastRecordedAt, commit.header().recordedAtMicros());
                heads.advance(commit.header());
                window.push(commit);
                batch.add(new Draft(pending, commit));
            }
        }
    }

    /** The latest time that this machine's clock must not be far behind. */
    private long latest(PendingAppend pending) {
        return pending.moved == null
                ? lastRecordedAt
                : Math.max(lastRecordedAt, pending.moved.header().recordedAtMicros());
    }

    /** Whether a commit that was made elsewhere links to the ends of its tenant and chains here. */
    private boolean follows(CommitHeader moved) {
        TenantHead tenant = heads.tenant(moved.tenant());
        return moved.tenantSequence() == tenant.sequence() + 1
                && moved.previous().equals(tenant.hash())
                && moved.recordedAtMicros() > tenant.recordedAtMicros()
                && heads.previous(moved.tenant(), moved.previousInChain().keySet())
                        .equals(moved.previousInChain());
    }

    /** All of it as it was but the position, which belongs to this log and is not hashed. */
    private static Commit moved(long position, Commit commit) {
        CommitHeader header = commit.header();
        return new Commit(
                new CommitHeader(
                        position,
                        header.appendId(),
                        header.tenant(),
                        header.tenantSequence(),
                        header.recordedAtMicros(),
                        header.digests(),
                        header.previous(),
                        header.previousInChain(),
                        header.hash()),
                commit.events());
    }

    /** What was built stands in the log now. */
    void stands(List<Commit> commits) {
        commits.forEach(commit -> heads.stands(commit.header()));
    }

    /** Takes note of a commit that stands in the log, whoever appended it. */
    void observe(Commit commit) {
        window.push(commit);
        heads.stands(commit.header());
        lastRecordedAt = Math.max(lastRecordedAt, commit.header().recordedAtMicros());
    }

    private Commit commit(long position, long now, PendingAppend pending) {
        AppendRequest request = pending.request;
        TenantHead tenant = heads.tenant(request.tenant());
        long recordedAt = Math.max(now, lastRecordedAt);
        if (tenant.sequence() > 0) {
            recordedAt = Math.max(recordedAt, tenant.recordedAtMicros() + 1);
        }
        CommitHeader header =
                CommitSeal.seal(
                        position,
                        request.appendId(),
                        request.tenant(),
                        tenant.sequence() + 1,
                        recordedAt,
                        pending.digests,
                        tenant.hash(),
                        heads.previous(request.tenant(), pending.chains));
        return new Commit(header, request.events());
    }

    private static Settled failed(PendingAppend pending, RuntimeException failure) {
        return new Settled(pending, () -> pending.answer.completeExceptionally(failure));
    }

    private static AppendRefusedException behind(long lagMicros) {
        return new AppendRefusedException(
                Reason.CLOCK_BEHIND,
                "this machine's clock is %d ms behind the log; nothing is recorded until it is right"
                        .formatted(TimeUnit.MICROSECONDS.toMillis(lagMicros)));
    }

    static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000L),
                instant.getNano() / 1_000);
    }
}
