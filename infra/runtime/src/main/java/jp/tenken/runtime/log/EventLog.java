package jp.tenken.runtime.log;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.append.Appender;
import jp.tenken.eventstore.append.AppenderSettings;
import jp.tenken.eventstore.tail.LogTail;
import jp.tenken.projections.CommitSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open log: the engine with the one appender and the one tail of this process. Thread-safe.
 *
 * @param log the engine; closed by whoever opened it
 * @param appender the write side
 * @param tail the live end
 * @param executor on which everything that waits for the log is completed
 * @param chainTags tag keys whose values have a hash chain of their own
 */
public record EventLog(
        CommitLog log,
        Appender appender,
        LogTail tail,
        ExecutorService executor,
        Set<String> chainTags)
        implements CommitSource, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(EventLog.class);
    private static final int SMALLEST_POOL = 4;

    /**
     * Opens appender and tail.
     *
     * @param chainTags tag keys whose values get a hash chain of their own
     */
    public static CompletableFuture<EventLog> open(
            CommitLog log, Set<String> chainTags, Clock clock) {
        int threads = Math.max(SMALLEST_POOL, Runtime.getRuntime().availableProcessors());
        ExecutorService executor =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("tenken-log-", 0).daemon().factory());
        return LogTail.open(log, executor)
                .thenCompose(
                        tail ->
                                Appender.open(
                                                log,
                                                AppenderSettings.withChains(chainTags),
                                                clock,
                                                executor,
                                                tail::appended)
                                        .thenApply(
                                                appender ->
                                                        new EventLog(
                                                                log,
                                                                appender,
                                                                tail,
                                                                executor,
                                                                Set.copyOf(chainTags))));
    }

    @Override
    public UUID epoch() {
        return log.epoch();
    }

    @Override
    public long head() {
        return tail.head();
    }

    @Override
    public CompletableFuture<Long> durableHead() {
        return log.head();
    }

    @Override
    public CompletableFuture<CommitPage> read(long after, int maxEvents) {
        return tail.read(after, maxEvents);
    }

    @Override
    public CompletableFuture<CommitPage> readTenant(
            String tenant, long afterSequence, int maxEvents) {
        return log.readTenant(tenant, afterSequence, maxEvents);
    }

    @Override
    public CompletableFuture<Void> awaitBeyond(long position) {
        return tail.awaitBeyond(position);
    }

    /** Writes what waits, then lets go. The engine stays open. */
    @Override
    public void close() {
        appender.close();
        tail.close();
        executor.shutdown();
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                logger.warn("Work on the log had not ended after 10 s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
