package jp.tenken.eventstore;

import java.util.concurrent.CompletableFuture;

/**
 * One writer's place among those who write to the same log: who waits in line writes undisturbed
 * when it is his turn, instead of racing for every position.
 *
 * <p>A turn is an aid and nothing more. What a log lets through is decided by {@link
 * CommitLog#tryAppend} alone; a turn that two believe to have, or that nobody uses, costs time and
 * never an event. Turns are given first come, first served. The turn of one who is gone, and the
 * place of one who is, pass to the next after a time.
 *
 * <p>Thread-safe. Futures complete as those of {@link CommitLog}, and fail with {@link
 * CommitLogException} when the storage cannot be asked. {@link #leave} may come while {@link #take}
 * waits; else one call is under way at a time.
 */
public interface WriteTurns {

    /**
     * Waits in line until it is this writer's turn, for however long that takes.
     *
     * @return true when it is; false when the line was {@link #leave left} meanwhile
     */
    CompletableFuture<Boolean> take();

    /**
     * Gives the turn to whoever has waited longest, or stops waiting for it. Without a turn and
     * without waiting it only tells.
     *
     * @return whether others have the turn now or wait for it
     */
    CompletableFuture<Boolean> leave();

    /** Whether others have the turn or wait for it. */
    CompletableFuture<Boolean> wanted();
}
