package jp.tenken.projections;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A view that this process keeps or stands by for. Starts and stops of its processor follow one
 * another in the order in which the view was gained and lost.
 *
 * <p>Safe for any number of threads; never blocks.
 */
final class KeptView {

    private final ProjectionProcessor<?> processor;
    private final ViewProgressBoard board;
    private final GuardedListener listener;
    private boolean owned;
    private long until;
    private CompletableFuture<Void> course = CompletableFuture.completedFuture(null);

    /** A view that is not kept here yet. */
    KeptView(ProjectionProcessor<?> processor, ProjectionEnvironment env) {
        this.processor = processor;
        this.board = env.board();
        this.listener =
                new GuardedListener(processor.view().name(), env.listener(), env.executor());
        board.observing(name());
    }

    ViewName name() {
        return processor.view().name();
    }

    ViewSchema schema() {
        return processor.view().schema();
    }

    String work() {
        return "views/" + name();
    }

    synchronized boolean owned() {
        return owned;
    }

    /** Whether it is kept here, but by a claim that has run out meanwhile. */
    synchronized boolean expired(long nanos) {
        return owned && nanos - until > 0;
    }

    /**
     * It is this process's until then.
     *
     * @param nanos when that ends, on the monotonic clock
     * @return completes when its processor has begun, if it had not
     */
    synchronized CompletableFuture<Void> gained(long nanos) {
        until = nanos;
        if (!owned) {
            owned = true;
            listener.claimed(true);
            then(() -> owned() ? processor.start() : CompletableFuture.completedFuture(null));
        }
        return course;
    }

    /**
     * It is not this process's any more.
     *
     * @param first what has to end before its processor stops
     * @return completes when its processor has stopped
     */
    synchronized CompletableFuture<Void> lost(Supplier<CompletableFuture<Void>> first) {
        if (owned) {
            owned = false;
            listener.claimed(false);
            then(
                    () ->
                            first.get()
                                    .thenCompose(ended -> processor.shutdown())
                                    .thenRun(this::observed));
        }
        return course;
    }

    private synchronized void observed() {
        if (!owned) {
            board.observing(name());
        }
    }

    private void then(Supplier<CompletableFuture<Void>> step) {
        course = course.thenCompose(before -> step.get());
    }
}
