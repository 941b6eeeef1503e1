package jp.tenken.projections;

import java.time.Duration;
import java.util.List;
import jp.tenken.eventstore.Commit;

/**
 * Hears what processors do: metrics and alarms. Called on the processors' threads, so it must be
 * quick, and safe for any number of them; what it throws is logged and otherwise ignored.
 */
public interface ProjectionListener {

    /** Hears nothing. */
    ProjectionListener NONE = new ProjectionListener() {};

    /** One that tells several, in their order. */
    static ProjectionListener all(List<? extends ProjectionListener> listeners) {
        return listeners.size() == 1 ? listeners.getFirst() : new ProjectionListeners(listeners);
    }

    /**
     * Commits were read and are about to be folded. Several such batches may be under way, in
     * order; one that fails is not heard of again before its commits are read anew.
     *
     * @param commits dense, at least one
     */
    default void begun(ViewName view, List<Commit> commits) {}

    /**
     * A batch is durable.
     *
     * @param status of the view after it
     * @param events scanned, handled or not
     * @param rows versions written
     * @param took the write alone
     */
    default void written(ViewStatus status, int events, int rows, Duration took) {}

    /**
     * The storage did not answer, or another process writes the same view.
     *
     * @param attempt how many times in a row, from 1
     * @param pause before the next attempt
     */
    default void retrying(ViewName view, int attempt, Duration pause, Throwable failure) {}

    /**
     * The view's rows belong to another history than the log's and are built anew from its
     * beginning.
     */
    default void startedOver(ViewName view, String why) {}

    /**
     * From now on this process keeps the view, or no longer does. Told only where processes share
     * the views.
     */
    default void claimed(ViewName view, boolean owned) {}

    /** The view has stopped and needs a person; others go on. */
    default void stopped(ViewName view, ViewStoppedException alarm) {}
}
