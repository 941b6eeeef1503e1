package jp.tenken.projections;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.tenken.eventstore.Futures;

/**
 * Builds a view again from the beginning of the log, beside the one that readers use, and puts it
 * in its place.
 *
 * <p>The live processor goes on until the new rows have caught up. Then it pauses, the new ones
 * take the last step past it, and the store switches; it resumes behind what they hold. Nothing is
 * read twice into the same rows and nothing is left out. When anything fails the live view stays as
 * it was.
 *
 * <p>Used once; never blocks.
 */
final class Rebuild<R> {

    private static final String SUFFIX = "_rebuild";

    private final ProjectionProcessor<R> live;
    private final ProjectionEnvironment env;
    private final ViewName name;
    private final ViewName shadow;
    private final ProjectionProcessor<R> builder;
    private final CompletableFuture<Void> abort = new CompletableFuture<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile Goal goal = new Goal(0, new CompletableFuture<>());
    private volatile boolean cancelled;

    /** A position that the new rows are to reach. */
    private record Goal(long position, CompletableFuture<Void> reached) {}

    /**
     * A rebuild that has not begun.
     *
     * @param progress hears after every batch how far the new rows are; as quick as a listener
     */
    Rebuild(ProjectionProcessor<R> live, ProjectionEnvironment env, Consumer<ViewStatus> progress) {
        this.live = live;
        this.env = env;
        this.name = live.view().name();
        this.shadow = new ViewName(name.name() + SUFFIX, name.version());
        this.builder =
                new ProjectionProcessor<>(
                        live.view().named(shadow), env.with(new Watcher(progress)));
    }

    /**
     * Begins.
     *
     * @return completes when readers see the new rows and the live processor is back; fails with
     *     what went wrong, then the old rows are still there
     */
    CompletableFuture<Void> run() {
        var unused =
                runToTheEnd()
                        .whenComplete(
                                (switched, failure) -> {
                                    if (failure != null) {
                                        done.completeExceptionally(Futures.root(failure));
                                    } else {
                                        done.complete(null);
                                    }
                                });
        return done;
    }

    /**
     * Stops it; {@link #run()} then fails, the live view stays as it was, and its processor is left
     * to the caller.
     *
     * @return completes when nothing of it is under way any more; never fails
     */
    CompletableFuture<Void> cancel() {
        cancelled = true;
        abort.cancel(false);
        return done.handle((switched, failure) -> null);
    }

    private CompletableFuture<Void> runToTheEnd() {
        boolean wasStopped = live.status().state() == ViewState.STOPPED;
        CompletableFuture<Void> switched =
                env.store()
                        .drop(shadow)
                        .thenCompose(dropped -> builder.start())
                        .thenCompose(started -> catchUp())
                        .thenCompose(caughtUp -> live.shutdown())
                        .thenCompose(paused -> pass(live.status().position()))
                        .thenCompose(passed -> builder.shutdown())
                        .thenCompose(complete -> env.store().promote(shadow, name));
        return anyway(switched, builder::shutdown)
                .thenCompose(unused -> anyway(switched, () -> env.store().drop(shadow)))
                .thenCompose(
                        unused -> {
                            env.board().forget(shadow);
                            return wasStopped || cancelled
                                    ? CompletableFuture.<Void>completedFuture(null)
                                    : live.start();
                        })
                .thenCompose(resumed -> switched);
    }

    /** Follows the head until less than a batch is left, so that the pause will be short. */
    private CompletableFuture<Void> catchUp() {
        long head = env.source().head();
        return pass(head)
                .thenComposeAsync(
                        passed ->
                                env.source().head() - head <= env.settings().batchEvents()
                                        ? CompletableFuture.completedFuture(null)
                                        : catchUp(),
                        env.executor());
    }

    private CompletableFuture<Void> pass(long position) {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        goal = new Goal(position, reached);
        if (env.board().position(shadow) >= position) {
            reached.complete(null);
        }
        return CompletableFuture.anyOf(reached, abort).thenApply(first -> null);
    }

    private static CompletableFuture<Void> anyway(
            CompletableFuture<Void> before, Supplier<? extends CompletionStage<Void>> then) {
        return before.handle((ended, failure) -> then.get())
                .thenCompose(stage -> stage.handle((ended, failure) -> null));
    }

    /** Hears how the new rows come along. */
    private final class Watcher implements ProjectionListener {

        private final Consumer<ViewStatus> progress;

        Watcher(Consumer<ViewStatus> progress) {
            this.progress = progress;
        }

        @Override
        public void written(ViewStatus status, int events, int rows, Duration took) {
            Goal ahead = goal;
            if (status.position() >= ahead.position()) {
                ahead.reached().complete(null);
            }
            progress.accept(
                    new ViewStatus(
                            name,
                            status.state(),
                            status.position(),
                            status.head(),
                            status.eventsPerSecond(),
                            status.failure()));
        }

        @Override
        public void stopped(ViewName view, ViewStoppedException alarm) {
            abort.completeExceptionally(alarm);
        }
    }
}
