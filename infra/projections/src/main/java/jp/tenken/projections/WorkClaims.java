package jp.tenken.projections;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Who among several processes does a piece of work, such as keeping a view. The port that a storage
 * engine implements.
 *
 * <p>A claim saves work; it does not make it safe. A process that was paused may still believe in a
 * claim that another one has taken over, so whatever is done under a claim must also be safe when
 * two do it: a view store accepts a batch only at the position where it begins.
 *
 * <p>Time is the storage's own, so that clocks of processes may differ. Thread-safe; no method
 * blocks its caller on I/O; futures complete on the engine's own executor, and fail with {@link
 * ViewStoreException} when the storage cannot answer.
 */
public interface WorkClaims {

    /**
     * Takes a piece of work, or keeps it.
     *
     * @param work its name, stable over processes and time
     * @param owner who takes it, different in every process and every life of it
     * @param lasting how long the claim stands from now on unless it is renewed
     * @return true when the work is the owner's for this long; false while it is another's
     */
    CompletableFuture<Boolean> claim(String work, String owner, Duration lasting);

    /** Gives a piece of work back, so that another may take it at once; nothing when not owned. */
    CompletableFuture<Void> release(String work, String owner);
}
