package jp.tenken.projections;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * How far every view of this process has come, and who waits for it to come further. A view that
 * another process writes is known by what the store says of it, see {@link StoreWatch}.
 *
 * <p>Waiters are bounded over all views; one that is cancelled or completed by its caller gives its
 * place back. They wait without limit: time limits are the caller's, see {@link SequenceGate}.
 * Futures complete on the executor given.
 *
 * <p>Safe for any number of threads; never blocks.
 */
public final class ViewProgressBoard {

    private final Executor executor;
    private final WaitingPlaces places;
    private final int mostTenants;
    private final Map<ViewName, ViewCourse> courses = new ConcurrentHashMap<>();
    private volatile Consumer<ViewName> onWait = view -> {};

    /** A board without views; they appear as they are asked for or announced. */
    public ViewProgressBoard(ProjectionSettings settings, Executor executor) {
        this.executor = executor;
        this.places = new WaitingPlaces(settings.waiters());
        this.mostTenants = settings.tenants();
    }

    /**
     * Position of the last event that the view has scanned and written, as far as this process
     * knows.
     */
    public long position(ViewName view) {
        return course(view).position();
    }

    /** Readers that wait now, over all views. */
    public int waiters() {
        return places.taken();
    }

    /**
     * Completes when the view has scanned the position, handled or not, and its rows can be read.
     *
     * @return fails at once with {@link TooManyWaitersException} when the bound is reached
     */
    public CompletableFuture<Void> awaitPosition(ViewName view, long position) {
        CompletableFuture<Boolean> waiting = course(view).await(ViewCourse.POSITION, position);
        CompletableFuture<Void> result = new CompletableFuture<>();
        var unused =
                waiting.whenComplete(
                        (reached, failure) -> {
                            if (failure != null) {
                                result.completeExceptionally(failure);
                            } else {
                                result.complete(null);
                            }
                        });
        // Whoever gives up on the result gives the place back.
        var unusedToo = result.whenComplete((reached, failure) -> waiting.cancel(false));
        return result;
    }

    /**
     * Completes with true when the view has written the tenant's sequence, with false when this
     * process has lost sight of how far the tenant was read and the caller must look for itself.
     */
    CompletableFuture<Boolean> awaitSequence(ViewName view, String tenant, long sequence) {
        return course(view).await(tenant, sequence);
    }

    /**
     * Whether the board follows the tenant, so that a sequence which it has not seen is yet to
     * come.
     */
    boolean follows(ViewName view, String tenant) {
        return course(view).follows(tenant);
    }

    /**
     * A batch has become durable: the new position, and the last sequence of every tenant in it.
     */
    void advanced(ViewName view, long position, Map<String, Long> reached) {
        course(view).advanced(position, reached);
    }

    /** The view was found at a position; which tenants moved on the way there is not known. */
    void found(ViewName view, long position) {
        course(view).found(position);
    }

    /** Whoever is told as soon as somebody waits for a view that another process writes. */
    void onWait(Consumer<ViewName> told) {
        onWait = told;
    }

    /** From now on another process writes the view; what this one knows comes from the store. */
    void observing(ViewName view) {
        course(view).observing();
    }

    /** Whether another process writes the view and somebody here waits for it. */
    boolean wantsNews(ViewName view) {
        return course(view).wantsNews();
    }

    /**
     * The store says that the view has come to a position; nothing changes if this process writes
     * it by now and knows better.
     *
     * @return whether it was elsewhere before
     */
    boolean observed(ViewName view, long position) {
        return course(view).observed(position);
    }

    /** The view another process writes was found to hold the tenant's sequence. */
    void passed(ViewName view, String tenant, long sequence) {
        course(view).passed(tenant, sequence);
    }

    /** Nobody writes the view any more; whoever waits for it still waits. */
    void forget(ViewName view) {
        courses.remove(view);
    }

    private ViewCourse course(ViewName view) {
        return courses.computeIfAbsent(
                view,
                name -> new ViewCourse(places, mostTenants, executor, () -> onWait.accept(name)));
    }
}
