package jp.tenken.projections;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.tail.LogTail;

/**
 * The log as views read it: in order, from any position, with a wake-up at its end. Satisfied by
 * the shared tail of a process. Safe for any number of threads; never blocks.
 */
public interface CommitSource {

    /** The log, and its live end in this process. */
    static CommitSource of(CommitLog log, LogTail tail) {
        return new TailSource(log, tail);
    }

    /** Identity of the log's history, as in {@code CommitLog.epoch()}. */
    UUID epoch();

    /** Last position that this process knows to be durable. Never decreases. */
    long head();

    /** The same, asked of the log itself. */
    CompletableFuture<Long> durableHead();

    /**
     * Commits behind {@code after}, in order, dense, never beyond {@link #head()}; about {@code
     * maxEvents} events.
     */
    CompletableFuture<CommitPage> read(long after, int maxEvents);

    /**
     * Completes when {@code head() > position}; at once if it is already. May be cancelled by who
     * no longer waits.
     */
    CompletableFuture<Void> awaitBeyond(long position);

    /**
     * A tenant's commits that contain a sequence above {@code afterSequence}, as {@code
     * CommitLog.readTenant}.
     */
    CompletableFuture<CommitPage> readTenant(String tenant, long afterSequence, int maxEvents);
}
