package jp.tenken.eventstore;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An append-only log of {@link Commit}s with dense positions: the one port that a storage engine
 * implements.
 *
 * <p>The port is deliberately thin. Batching, conditions, retries, resolution of unknown outcomes
 * and the live tail are written once above it, in {@code append} and {@code tail}; an engine
 * stores, finds and counts.
 *
 * <p><b>Visibility.</b> A commit becomes visible whole, never as a prefix of its events, and only
 * after every commit below it. What a method returns is durable: it survives the loss of the
 * process and of power, and on a replicated engine the loss of a minority of servers. {@link
 * #head()} never reports what could be rolled back.
 *
 * <p><b>Threading.</b> Safe for any number of threads. No method blocks its caller on I/O. Futures
 * complete on threads of the engine's own, never on one of a database driver. What is composed on
 * them may block for a while, even until other calls of this log are answered: sourced events and
 * answers of appends are handed on there, and Axon joins other futures behind them. An engine whose
 * driver has few threads changes to its own before it completes. At most one {@link #tryAppend} is
 * in flight at a time; the caller sees to it.
 *
 * <p><b>Failures.</b> A read that fails completes its future with {@link CommitLogException}; an
 * engine retries what is worth retrying by itself before that.
 */
public interface CommitLog extends AutoCloseable {

    /**
     * Identity of this log's history. A restored or replaced log has another one, so that cursors
     * notice.
     */
    UUID epoch();

    /**
     * Whether this process is the only writer for as long as the log is open. Then what it appended
     * is all that there is, and nobody needs to look for more.
     */
    default boolean exclusive() {
        return false;
    }

    /**
     * A place of its own for a writer among all writers of this log; empty where there are no
     * others, or where they race. Every call gives another one.
     */
    default Optional<WriteTurns> turns() {
        return Optional.empty();
    }

    /** Position of the last event of the last durable commit; 0 when the log is empty. */
    CompletableFuture<Long> head();

    /**
     * Appends the commits right behind {@code expectedHead}, durably, all or (engines without
     * transactions) a prefix.
     *
     * @param expectedHead position that the log must end with
     * @param commits at least one; positions dense, the first being {@code expectedHead + 1}
     * @return never fails for a moved head or an unclear outcome: both are values. Fails with
     *     {@link CommitLogException} only when it is certain that nothing was written, as on a full
     *     disk
     */
    CompletableFuture<AppendOutcome> tryAppend(long expectedHead, java.util.List<Commit> commits);

    /**
     * Reads commits that overlap {@code (after, upTo]}, in order.
     *
     * @param after exclusive position, 0 for the beginning
     * @param upTo inclusive position; may lie behind the head
     * @param maxEvents about how many events to return at most, at least 1; one commit is always
     *     returned whole and the first one whatever its size
     */
    CompletableFuture<CommitPage> read(long after, long upTo, int maxEvents);

    /**
     * As {@link #read}, but only commits that contain a matching event. Served by an index for tags
     * within a tenant and for types; the commits returned are exact at commit level, so the caller
     * filters events, not commits.
     *
     * @param tenant whose events to consider; null = all tenants (processors; tags are then not
     *     indexed)
     */
    CompletableFuture<CommitPage> readMatching(
            @Nullable String tenant, Criteria criteria, long after, long upTo, int maxEvents);

    /**
     * Reads a tenant's commits that contain a sequence above {@code afterSequence}, in order. The
     * page's {@code scannedTo} is a tenant sequence here: of the last event returned, or {@code
     * afterSequence} when there is nothing.
     */
    CompletableFuture<CommitPage> readTenant(String tenant, long afterSequence, int maxEvents);

    /** The commit with this append id, if there is one. */
    CompletableFuture<Optional<Commit>> findAppend(UUID appendId);

    /** Where the tenant's history ends; {@link TenantHead#EMPTY} for an unknown tenant. */
    CompletableFuture<TenantHead> tenantHead(String tenant);

    /**
     * The hash of the last commit in each of a tenant's chains.
     *
     * @param chains keys as in {@link CommitHeader#previousInChain()}: {@code tagKey:tagValue}
     * @return an entry for every chain that has a commit; others are absent
     */
    CompletableFuture<Map<String, Hash>> chainHeads(String tenant, Set<String> chains);

    /** Position of the last event recorded strictly before the instant; 0 when there is none. */
    CompletableFuture<Long> positionBefore(Instant instant);

    /**
     * Sequence of the tenant's last event recorded at or before the instant; 0 when there is none.
     */
    CompletableFuture<Long> sequenceAt(String tenant, Instant instant);

    /**
     * Asks for a call whenever the log may have grown by another writer's hand. A hint, not a
     * promise: calls may be missing, merged or superfluous, and come on any thread. An engine with
     * a single writer never calls.
     *
     * @return closes the subscription
     */
    AutoCloseable onGrowth(Runnable hint);

    /** Releases files, connections and threads. Waits for what is being written. */
    @Override
    void close();
}
