package jp.tenken.eventstore.tck;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.Futures;

/** What happens to one attempt to append: a script for {@link FaultyCommitLog}. */
@FunctionalInterface
public interface Fault {

    /** Does to the log underneath what this fault does, and answers as it would. */
    CompletableFuture<AppendOutcome> attempt(
            CommitLog log, long expectedHead, List<Commit> commits);

    /** No fault. */
    Fault NONE = CommitLog::tryAppend;

    /** The write is applied, its reply is lost. */
    Fault REPLY_LOST =
            (log, expectedHead, commits) ->
                    log.tryAppend(expectedHead, commits).thenApply(applied -> unknown());

    /** The connection breaks before anything is written, but nobody can know that. */
    Fault BROKEN_BEFORE =
            (log, expectedHead, commits) -> CompletableFuture.completedFuture(unknown());

    /** The storage refuses the write for certain, as a full disk does. */
    Fault REFUSED =
            (log, expectedHead, commits) ->
                    CompletableFuture.failedFuture(new CommitLogException("the disk is full"));

    /** The write waits for the gate, then goes through. */
    static Fault heldBack(CompletableFuture<?> gate) {
        return (log, expectedHead, commits) ->
                gate.thenCompose(open -> log.tryAppend(expectedHead, commits));
    }

    /**
     * The reply is "unknown" now; the write itself arrives when the gate opens, whatever stands in
     * the log by then.
     *
     * @param delivered completes with what the late write came to
     */
    static Fault late(CompletableFuture<?> gate, CompletableFuture<AppendOutcome> delivered) {
        return (log, expectedHead, commits) -> {
            Futures.whenDone(
                    gate.thenCompose(open -> log.tryAppend(expectedHead, commits)),
                    Runnable::run,
                    (outcome, failure) -> {
                        if (outcome != null) {
                            delivered.complete(outcome);
                        } else if (failure != null) {
                            delivered.completeExceptionally(failure);
                        }
                    });
            return CompletableFuture.completedFuture(unknown());
        };
    }

    /**
     * Another writer gets between: the first {@code kept} commits of the batch are written, then
     * the other's, and the rest is refused, as an engine without transactions would.
     */
    static Fault interrupted(int kept, Supplier<CompletableFuture<?>> otherWriter) {
        return (log, expectedHead, commits) -> {
            CompletableFuture<?> prefix =
                    kept == 0
                            ? CompletableFuture.completedFuture(true)
                            : log.tryAppend(expectedHead, commits.subList(0, kept));
            return prefix.thenCompose(
                    before ->
                            otherWriter.get().thenApply(written -> new AppendOutcome.HeadMoved()));
        };
    }

    /** Only the first {@code kept} commits of the batch are written, and the reply is lost. */
    static Fault prefixOnly(int kept) {
        return (log, expectedHead, commits) ->
                kept == 0
                        ? BROKEN_BEFORE.attempt(log, expectedHead, commits)
                        : REPLY_LOST.attempt(
                                log,
                                expectedHead,
                                commits.subList(0, Math.min(kept, commits.size())));
    }

    private static AppendOutcome unknown() {
        return new AppendOutcome.Unknown(new CommitLogException("no reply"));
    }
}
