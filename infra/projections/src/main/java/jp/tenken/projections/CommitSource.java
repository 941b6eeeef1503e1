package jp.tenken.projections;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.CommitPage;

/**
 * The log as views read it: in order, from any position, with a wake-up at its end. Satisfied by
 * the shared tail of a process. Safe for any number of threads; never blocks.
 */
public interface CommitSource {

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

    /** Completes when {@code head() > position}; at once if it is already. */
    CompletableFuture<Void> awaitBeyond(long position);

    /**
     * A tenant's commits that contain a sequence above {@code afterSequence}, as {@code
     * CommitLog.readTenant}.
     */
    CompletableFuture<CommitPage> readTenant(String tenant, long afterSequence, int maxEvents);
}
