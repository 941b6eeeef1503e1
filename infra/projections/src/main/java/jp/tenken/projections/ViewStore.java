package jp.tenken.projections;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Holds the rows of views. The port that a storage engine implements.
 *
 * <p><b>Idempotence.</b> A batch is applied together with the position that it reaches, so that
 * applying it again changes nothing.
 *
 * <p><b>Threading.</b> Safe for any number of threads; no method blocks its caller on I/O; futures
 * complete on the engine's own executor. One processor writes a view at a time; the store refuses a
 * second one by position, not by lock.
 *
 * <p><b>Failures.</b> A store that cannot answer completes with {@link ViewStoreException}; an
 * undeclared view is an {@link IllegalArgumentException}.
 */
public interface ViewStore extends AutoCloseable {

    /**
     * Lays out a view unless it is there. Creating it again, also concurrently, changes nothing.
     */
    CompletableFuture<Void> create(ViewSchema schema);

    /** How far the view has read; {@link ViewProgress#NONE} for a new one. */
    CompletableFuture<ViewProgress> progress(ViewName view);

    /** The live rows among these keys; absent where there is none. */
    CompletableFuture<Map<RowKey, Row>> live(ViewName view, Collection<RowKey> keys);

    /**
     * Applies a batch and moves the view's progress, both or neither.
     *
     * @param from the progress that the view must have
     * @param to position that it has afterwards
     * @param epoch of the log that was read
     * @param rows new versions, in ascending {@code since} per key. The version before the first
     *     new one of a key, if live, is ended at that {@code since}; {@code until} of the new ones
     *     is kept as given. Writing a version that is there replaces it. A {@link Row#removal} only
     *     ends the version before
     * @return whether it was applied; false when the view is not at {@code from}, and then nothing
     *     has changed
     */
    CompletableFuture<Boolean> write(ViewName view, long from, long to, UUID epoch, List<Row> rows);

    /**
     * The version of a row that stood at a sequence.
     *
     * @param sequence {@link Row#OPEN} for the live one
     */
    CompletableFuture<Optional<Row>> find(ViewName view, RowKey key, long sequence);

    /** A page of rows. */
    CompletableFuture<RowPage> list(ViewName view, RowQuery query);

    /**
     * Forgets all rows and the progress of a view and its layout. Forgetting an unknown view
     * changes nothing.
     */
    CompletableFuture<Void> drop(ViewName view);

    /**
     * Puts a rebuilt view in the place of the one that readers use, in one step: afterwards {@code
     * shadow} is gone and {@code view} has its rows and its progress.
     */
    CompletableFuture<Void> promote(ViewName shadow, ViewName view);

    /** Releases files, connections and threads. Waits for what is being written. */
    @Override
    void close();
}
