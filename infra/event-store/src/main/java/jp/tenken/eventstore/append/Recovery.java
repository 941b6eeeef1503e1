package jp.tenken.eventstore.append;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.Futures;

/**
 * Finds out what stands in the log after a write that was not simply acknowledged. Nothing is
 * guessed: while the position behind our head is free, the write may still land, so the same
 * commits are offered again at the same positions until they stand or somebody else's do. Then ours
 * can never land any more.
 */
final class Recovery {

    private static final int PAGE_EVENTS = 1_000;
    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final CommitLog log;
    private final Executor executor;
    private final Duration patience;

    Recovery(CommitLog log, Executor executor, Duration patience) {
        this.log = log;
        this.executor = executor;
        this.patience = patience;
    }

    /**
     * Settles what stands behind {@code head}.
     *
     * @param offered the commits of the unclear write
     * @param outOfPatience is run once when it takes longer than callers are to wait; the search
     *     goes on
     * @return every commit behind {@code head}, at least one, whoever wrote it
     */
    CompletableFuture<List<Commit>> resolve(
            long head, List<Commit> offered, Runnable outOfPatience) {
        CompletableFuture<List<Commit>> standing = new CompletableFuture<>();
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS, executor)
                .execute(
                        () -> {
                            if (!standing.isDone()) {
                                outOfPatience.run();
                            }
                        });
        look(head, offered, FIRST_PAUSE_MILLIS, standing);
        return standing;
    }

    private void look(
            long head, List<Commit> offered, long pause, CompletableFuture<List<Commit>> standing) {
        Futures.whenDone(
                readBehind(head),
                executor,
                (commits, failure) -> {
                    if (commits == null) {
                        later(pause, () -> look(head, offered, longer(pause), standing));
                    } else if (commits.isEmpty()) {
                        offer(head, offered, pause, standing);
                    } else {
                        standing.complete(commits);
                    }
                });
    }

    private void offer(
            long head, List<Commit> offered, long pause, CompletableFuture<List<Commit>> standing) {
        Futures.whenDone(
                log.tryAppend(head, offered),
                executor,
                (outcome, failure) -> {
                    if (outcome instanceof AppendOutcome.Appended) {
                        standing.complete(offered);
                    } else {
                        later(pause, () -> look(head, offered, longer(pause), standing));
                    }
                });
    }

    private CompletableFuture<List<Commit>> readBehind(long head) {
        return log.head().thenCompose(end -> collect(head, end, new ArrayList<>()));
    }

    private CompletableFuture<List<Commit>> collect(long after, long end, List<Commit> found) {
        if (after >= end) {
            return CompletableFuture.completedFuture(found);
        }
        return log.read(after, end, PAGE_EVENTS)
                .thenCompose(
                        page -> {
                            found.addAll(page.commits());
                            return collect(page.scannedTo(), end, found);
                        });
    }

    private void later(long pauseMillis, Runnable step) {
        long jittered = pauseMillis / 2 + ThreadLocalRandom.current().nextLong(pauseMillis / 2 + 1);
        CompletableFuture.delayedExecutor(jittered, TimeUnit.MILLISECONDS, executor).execute(step);
    }

    private static long longer(long pause) {
        return Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
    }
}
