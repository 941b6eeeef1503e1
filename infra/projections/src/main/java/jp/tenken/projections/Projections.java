package jp.tenken.projections;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All views of a process: starts and stops their processors, says how they are doing, and rebuilds
 * them. Where processes share the views, the processors run of those that this process keeps.
 *
 * <p>Safe for any number of threads once started; never blocks.
 */
public final class Projections {

    private final ProjectionEnvironment env;
    private final Map<ViewName, ProjectionProcessor<?>> processors;
    private final Map<ViewName, Rebuild<?>> rebuilds = new ConcurrentHashMap<>();

    private final @Nullable ViewClaims claims;

    /**
     * A processor for every view; none is started. No other process keeps these views.
     *
     * @throws IllegalArgumentException when two views have the same name
     */
    public Projections(List<View<?>> views, ProjectionEnvironment env) {
        this(views, env, null);
    }

    /**
     * A processor for every view; none is started.
     *
     * @param shared how views are shared with other processes; null = there is no other
     * @throws IllegalArgumentException when two views have the same name
     */
    public Projections(
            List<View<?>> views, ProjectionEnvironment env, @Nullable SharedWork shared) {
        this.env = env;
        Map<ViewName, ProjectionProcessor<?>> made = new LinkedHashMap<>();
        for (View<?> view : views) {
            Runnable contended = shared == null ? null : () -> contended(view.name());
            if (made.put(view.name(), new ProjectionProcessor<>(view, env, contended)) != null) {
                throw new IllegalArgumentException("two views are called " + view.name());
            }
        }
        this.processors = made;
        this.claims =
                shared == null || made.isEmpty()
                        ? null
                        : new ViewClaims(shared, env, made.values(), this::cancelled);
    }

    private void contended(ViewName view) {
        if (claims != null) {
            claims.contended(view);
        }
    }

    private CompletableFuture<Void> cancelled(ViewName view) {
        Rebuild<?> rebuild = rebuilds.get(view);
        return rebuild == null ? CompletableFuture.completedFuture(null) : rebuild.cancel();
    }

    /** The processors in the order of their views, to register with Axon. */
    public List<ProjectionProcessor<?>> processors() {
        return List.copyOf(processors.values());
    }

    /**
     * Starts all.
     *
     * @return completes when every one that this process keeps has begun, as {@link
     *     ProjectionProcessor#start()}; never fails
     */
    public CompletableFuture<Void> start() {
        return claims != null ? claims.start() : all(ProjectionProcessor::start);
    }

    /**
     * Stops all, rebuilds included, and leaves shared views to others.
     *
     * @return completes when nothing is under way any more; never fails
     */
    public CompletableFuture<Void> shutdown() {
        CompletableFuture<?>[] cancelled =
                rebuilds.values().stream()
                        .map(Rebuild::cancel)
                        .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(cancelled)
                .thenCompose(
                        ended ->
                                claims != null
                                        ? claims.shutdown()
                                        : all(ProjectionProcessor::shutdown));
    }

    /**
     * Completes when every view has reached what is the head of the log now; waits without limit.
     */
    public CompletableFuture<Void> awaitCaughtUp() {
        long head = env.source().head();
        return all(processor -> env.board().awaitPosition(processor.view().name(), head));
    }

    /** How every view is doing, in the order in which they were given. */
    public List<ViewStatus> statuses() {
        return processors.values().stream().map(ProjectionProcessor::status).toList();
    }

    /** How one view is doing. */
    public ViewStatus status(ViewName view) {
        return processor(view).status();
    }

    /** Whether this process keeps the view; always where no other one does. */
    public boolean keeps(ViewName view) {
        return claims == null || claims.owns(view);
    }

    /**
     * Builds a view again beside the live one and switches.
     *
     * @param progress hears after every batch how far the new rows are; called on the processors'
     *     threads
     * @return completes when readers see the new rows; fails with what went wrong, or with {@link
     *     IllegalStateException} when the view is being rebuilt already or another process keeps
     *     it; the old rows then remain
     */
    public CompletableFuture<Void> rebuild(ViewName view, Consumer<ViewStatus> progress) {
        if (!keeps(view)) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException(view + " is kept by another process"));
        }
        Rebuild<?> rebuild = new Rebuild<>(processor(view), env, progress);
        if (rebuilds.putIfAbsent(view, rebuild) != null) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException(view + " is being rebuilt already"));
        }
        return rebuild.run().whenComplete((done, failure) -> rebuilds.remove(view, rebuild));
    }

    private ProjectionProcessor<?> processor(ViewName view) {
        ProjectionProcessor<?> processor = processors.get(view);
        if (processor == null) {
            throw new IllegalArgumentException("there is no view " + view);
        }
        return processor;
    }

    private CompletableFuture<Void> all(
            Function<ProjectionProcessor<?>, CompletableFuture<Void>> act) {
        return CompletableFuture.allOf(
                processors.values().stream().map(act).toArray(CompletableFuture<?>[]::new));
    }
}
