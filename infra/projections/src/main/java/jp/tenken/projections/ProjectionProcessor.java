package jp.tenken.projections;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.LogHoleException;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.messaging.eventhandling.processing.EventProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one view: reads the log in order, folds batches in memory, and writes every batch together
 * with the position that it reaches, also over events that the view does not handle.
 *
 * <p>A storage that does not answer is tried again with growing pauses. A handler that throws, an
 * event that cannot be read and a hole in the log stop this view with an alarm, after everything
 * before it has been written; it never skips. {@link #start()} tries again from there.
 *
 * <p>One processor writes a view at a time. Two would not damage it, because the store accepts a
 * batch only at the position where it begins, but they would hinder one another. Whoever finds the
 * view elsewhere than it left it looks again where it is, or, where processes share the views, ends
 * and leaves it to who decides about that.
 *
 * <p>Safe for any number of threads; never blocks.
 *
 * @param <R> the view's row
 */
public final class ProjectionProcessor<R> implements EventProcessor {

    private final View<R> view;
    private final ProjectionEnvironment env;
    private final GuardedListener listener;
    private final ScanRate rate = new ScanRate();
    private final @Nullable Runnable contended;
    private final ViewState idle;

    private ViewState state;
    private boolean active;
    private boolean stopRequested;
    private int attempts;
    private @Nullable String failure;
    private @Nullable ProjectionRun<R> run;
    private @Nullable ScheduledFuture<?> pause;
    private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);

    /** A processor that is not started. */
    public ProjectionProcessor(View<R> view, ProjectionEnvironment env) {
        this(view, env, null);
    }

    /**
     * A processor that may be one of several for its view.
     *
     * @param contended hears, on the executor, that it has ended because another one writes the
     *     view; null = it is the only one and tries again by itself
     */
    ProjectionProcessor(View<R> view, ProjectionEnvironment env, @Nullable Runnable contended) {
        this.view = view;
        this.env = env;
        this.listener = new GuardedListener(view.name(), env.listener(), env.executor());
        this.contended = contended;
        this.idle = contended == null ? ViewState.STOPPED : ViewState.STANDING_BY;
        this.state = idle;
    }

    /** The view that it keeps. */
    public View<R> view() {
        return view;
    }

    /** The view's name with its version. */
    @Override
    public String name() {
        return view.name().toString();
    }

    /**
     * Starts, or goes on after an alarm; does nothing while it runs or is about to stop.
     *
     * @return completes as soon as the view's position is known or the storage has once refused to
     *     say; never fails, so that one view cannot keep the others from starting
     */
    @Override
    public synchronized CompletableFuture<Void> start() {
        if (active) {
            return CompletableFuture.completedFuture(null);
        }
        active = true;
        stopRequested = false;
        attempts = 0;
        ended = new CompletableFuture<>();
        return attempt();
    }

    @Override
    public synchronized boolean isRunning() {
        return active;
    }

    @Override
    public synchronized boolean isError() {
        return state == ViewState.FAILED;
    }

    /**
     * Stops behind what is being written.
     *
     * @return completes when nothing of this view is under way any more; never fails
     */
    @Override
    public synchronized CompletableFuture<Void> shutdown() {
        stopRequested = true;
        if (run != null) {
            run.stop();
        } else if (pause != null && pause.cancel(false)) {
            over(idle, null);
        }
        return ended.copy();
    }

    /** How it is doing. */
    public synchronized ViewStatus status() {
        long position = env.board().position(view.name());
        long head = env.source().head();
        ViewState shown =
                state == ViewState.LIVE && head - position > env.settings().batchEvents()
                        ? ViewState.CATCHING_UP
                        : state;
        double perSecond = !active ? 0 : rate.perSecond(env.nanoTime().getAsLong());
        return new ViewStatus(view.name(), shown, position, head, perSecond, failure);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("name", name());
        descriptor.describeProperty("status", status());
        descriptor.describeProperty("events", view.eventNames());
    }

    private synchronized CompletableFuture<Void> attempt() {
        pause = null;
        state = ViewState.CATCHING_UP;
        UUID epoch = env.source().epoch();
        return new StartingPoint(view.schema(), env, listener::startedOver)
                .find()
                .handleAsync(
                        (position, failed) -> {
                            if (failed != null) {
                                afterRun(failed);
                            } else {
                                run(epoch, position);
                            }
                            return null;
                        },
                        env.executor());
    }

    private synchronized void run(UUID epoch, long position) {
        env.board().found(view.name(), position);
        rate.begin(env.nanoTime().getAsLong());
        if (stopRequested) {
            over(idle, null);
            return;
        }
        failure = null;
        ProjectionRun<R> next = new ProjectionRun<>(view, env, epoch, position, new Heard());
        run = next;
        reached(position);
        var unused = next.start().whenComplete((stopped, failed) -> afterRun(failed));
    }

    /** What the run tells goes to the board, to the status and to whoever listens. */
    private final class Heard implements ProjectionRun.Progress {

        @Override
        public void begun(List<Commit> commits) {
            listener.begun(commits);
        }

        @Override
        public void written(FoldedBatch batch, long nanos) {
            env.board().advanced(view.name(), batch.to(), batch.reached());
            rate.scanned(env.nanoTime().getAsLong(), batch.events());
            synchronized (ProjectionProcessor.this) {
                attempts = 0;
                reached(batch.to());
            }
            listener.written(status(), batch.events(), batch.rows().size(), nanos);
        }
    }

    private void reached(long position) {
        if (state == ViewState.CATCHING_UP && position >= env.source().head()) {
            state = ViewState.LIVE;
        }
    }

    private synchronized void afterRun(@Nullable Throwable thrown) {
        run = null;
        Throwable cause = thrown == null ? null : Futures.root(thrown);
        if (cause instanceof ViewStoppedException alarm) {
            stopped(alarm);
        } else if (cause == null || stopRequested) {
            over(idle, null);
        } else if (contended != null && cause instanceof ViewContendedException) {
            over(idle, null);
            env.executor().execute(contended);
        } else if (permanent(cause)) {
            stopped(
                    ViewStoppedException.storage(
                            view.name(), env.board().position(view.name()), cause));
        } else {
            retry(cause);
        }
    }

    /** Trying again would not help: a defect, or a log that has lost something. */
    private static boolean permanent(Throwable cause) {
        return cause instanceof Error
                || cause instanceof IllegalArgumentException
                || cause instanceof LogHoleException;
    }

    private void stopped(ViewStoppedException alarm) {
        over(ViewState.FAILED, alarm.getMessage());
        listener.stopped(alarm);
    }

    private void retry(Throwable cause) {
        state = ViewState.RETRYING;
        failure = cause.getClass().getName() + ": " + cause.getMessage();
        attempts++;
        Duration wait = pauseAfter(attempts);
        listener.retrying(attempts, wait, cause);
        pause =
                env.scheduler()
                        .schedule(
                                () -> env.executor().execute(this::again),
                                wait.toMillis(),
                                TimeUnit.MILLISECONDS);
    }

    private synchronized void again() {
        if (stopRequested) {
            over(idle, null);
        } else {
            var unused = attempt();
        }
    }

    private Duration pauseAfter(int failures) {
        Duration wait = env.settings().firstPause();
        for (int i = 1; i < failures && wait.compareTo(env.settings().longestPause()) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(env.settings().longestPause()) < 0
                ? wait
                : env.settings().longestPause();
    }

    private void over(ViewState last, @Nullable String why) {
        state = last;
        failure = why;
        pause = null;
        active = false;
        CompletableFuture<Void> finished = ended;
        // On the executor: whoever waits for this goes on without our lock.
        env.executor().execute(() -> finished.complete(null));
    }
}
