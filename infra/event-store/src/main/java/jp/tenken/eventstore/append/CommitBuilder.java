package jp.tenken.eventstore.append;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.eventstore.append.AppendRefusedException.Reason;
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

    /** A commit with the append that it answers. */
    record Draft(PendingAppend pending, Commit commit) {
        void answer() {
            pending.answer.complete(new AppendReceipt(commit, false));
        }
    }

    /**
     * An append that needs no write. The answer may rest on a sibling in the batch, so it holds
     * only once the batch is durable.
     */
    record Settled(PendingAppend pending, Runnable answer) {}

    /**
     * What became of the batch: commits to write, answers without a write, and what must be checked
     * first.
     */
    record Batch(List<Draft> drafts, List<Settled> settled, List<PendingAppend> uncleared) {

        List<Commit> commits() {
            return drafts.stream().map(Draft::commit).toList();
        }

        /** Everybody who waits for this batch to be durable. */
        List<PendingAppend> pending() {
            return Stream.concat(
                            drafts.stream().map(Draft::pending),
                            settled.stream().map(Settled::pending))
                    .toList();
        }
    }

    /**
     * Builds the commits behind {@code head}. They are in the window and in the heads afterwards.
     */
    Batch build(long head, List<PendingAppend> batch) {
        Batch result =
                new Batch(new ArrayList<>(batch.size()), new ArrayList<>(), new ArrayList<>());
        long now = micros(clock.instant());
        long position = head + 1;
        for (PendingAppend pending : batch) {
            AppendGuard guard = pending.request.guard();
            Commit standing = window.find(pending.request.appendId());
            if (standing != null) {
                AppendReceipt receipt = new AppendReceipt(standing, true);
                result.settled().add(new Settled(pending, () -> pending.answer.complete(receipt)));
            } else if (!pending.clearedUpTo(window.start())) {
                result.uncleared().add(pending);
            } else if (guard != null
                    && window.violates(
                            pending.request.tenant(),
                            new AppendGuard(guard.criteria(), pending.guardHoldsUpTo))) {
                result.settled()
                        .add(
                                failed(
                                        pending,
                                        new AppendConflictException(guard.after(), position - 1)));
            } else if (now < lastRecordedAt - TOLERATED_LAG_MICROS) {
                result.settled().add(failed(pending, behind(lastRecordedAt - now)));
            } else {
                Commit commit = commit(position, now, pending);
                position += commit.header().eventCount();
                result.drafts().add(new Draft(pending, commit));
            }
        }
        return result;
    }

    /** Takes note of a commit that another writer appended. */
    void observe(Commit commit) {
        window.push(commit);
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
        Commit commit = new Commit(header, request.events());
        lastRecordedAt = recordedAt;
        heads.advance(header);
        window.push(commit);
        return commit;
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
