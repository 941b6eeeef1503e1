package jp.tenken.projections;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jp.tenken.eventstore.Futures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares the views among processes. In every round this one renews what it keeps, takes what is
 * free up to its share, gives back one view if it has more than that, and looks in the store how
 * far the others' are.
 *
 * <p>A view whose claim has run out without an answer, or that was found elsewhere than it was
 * left, is let go at once: another process may keep it by now. Where it is still this one's, the
 * next round takes it up again.
 *
 * <p>Safe for any number of threads; never blocks.
 */
final class ViewClaims {

    private static final Logger logger = LoggerFactory.getLogger(ViewClaims.class);

    private final SharedWork work;
    private final ProjectionEnvironment env;
    private final List<KeptView> views;
    private final Function<ViewName, CompletableFuture<Void>> beforeLoss;
    private final Fellows fellows;
    private final StoreWatch watch;
    private CompletableFuture<Void> round = CompletableFuture.completedFuture(null);
    private volatile boolean again;
    private volatile boolean closed = true;
    private volatile @Nullable ScheduledFuture<?> timer;
    private int processes;

    /**
     * Over views of which none is kept yet.
     *
     * @param beforeLoss ends what else is done with a view before its processor stops
     */
    ViewClaims(
            SharedWork work,
            ProjectionEnvironment env,
            Collection<ProjectionProcessor<?>> processors,
            Function<ViewName, CompletableFuture<Void>> beforeLoss) {
        this.work = work;
        this.env = env;
        this.beforeLoss = beforeLoss;
        this.views = processors.stream().map(each -> new KeptView(each, env)).toList();
        this.fellows = new Fellows(work, group(views));
        Map<ViewName, ViewSchema> schemas = new LinkedHashMap<>();
        views.forEach(view -> schemas.put(view.name(), view.schema()));
        this.watch = new StoreWatch(env, schemas);
    }

    /** The same for all processes that keep the same views, whatever else others keep. */
    private static String group(List<KeptView> views) {
        List<String> names = views.stream().map(KeptView::work).sorted().toList();
        return Integer.toHexString(names.hashCode());
    }

    /** Begins. Completes when the first round is over; never fails. */
    CompletableFuture<Void> start() {
        closed = false;
        timer =
                env.scheduler()
                        .scheduleWithFixedDelay(
                                () -> env.executor().execute(this::nextRound),
                                work.roundMillis(),
                                work.roundMillis(),
                                TimeUnit.MILLISECONDS);
        return tick();
    }

    /** Whether this process keeps the view. */
    boolean owns(ViewName view) {
        return views.stream().anyMatch(each -> each.name().equals(view) && each.owned());
    }

    /** The view was not where it had been left. */
    void contended(ViewName view) {
        for (KeptView each : views) {
            if (each.name().equals(view)) {
                var unused = lose(each);
            }
        }
        again = true;
        var unused = tick();
    }

    /** Stops and gives everything back. Completes when others may take it; never fails. */
    CompletableFuture<Void> shutdown() {
        ScheduledFuture<?> ticking = timer;
        if (ticking != null) {
            ticking.cancel(false);
        }
        watch.close();
        return lastRound()
                .thenCompose(over -> all(views.stream().map(this::leave).toList()))
                .thenCompose(released -> fellows.leave())
                .handle(
                        (left, failure) -> {
                            tell("given back", failure);
                            return null;
                        });
    }

    private CompletableFuture<Void> leave(KeptView view) {
        return view.owned() ? giveBack(view) : lose(view);
    }

    private synchronized CompletableFuture<Void> lastRound() {
        closed = true;
        return round;
    }

    private void nextRound() {
        var unused = tick();
    }

    private CompletableFuture<Void> tick() {
        long now = env.nanoTime().getAsLong();
        for (KeptView view : views) {
            if (view.expired(now)) {
                var unused = lose(view);
            }
        }
        CompletableFuture<Void> over = new CompletableFuture<>();
        synchronized (this) {
            if (closed || !round.isDone()) {
                return round;
            }
            again = false;
            round = over;
        }
        Futures.whenDone(
                fellows.count().thenCompose(this::keep),
                env.executor(),
                (kept, failure) -> {
                    tell("claimed", failure);
                    over.complete(null);
                    if (again) {
                        var unused = tick();
                    }
                });
        return over;
    }

    private CompletableFuture<Void> keep(int counted) {
        // Who looks at a seat may be counted for a moment; who stays is counted twice.
        int sharing = processes == 0 ? counted : Math.min(processes, counted);
        processes = counted;
        int share = (views.size() + sharing - 1) / sharing;
        return all(views.stream().filter(KeptView::owned).map(this::renew).toList())
                .thenCompose(renewed -> balance(share))
                .thenCompose(
                        balanced ->
                                all(
                                        views.stream()
                                                .filter(view -> !view.owned())
                                                .map(view -> watch.look(view.name()))
                                                .toList()));
    }

    private CompletableFuture<Void> renew(KeptView view) {
        return claim(view).thenAccept(mine -> {});
    }

    private CompletableFuture<Void> balance(int share) {
        List<KeptView> mine = views.stream().filter(KeptView::owned).toList();
        if (mine.size() > share) {
            return giveBack(mine.getLast());
        }
        List<KeptView> others = new ArrayList<>();
        // Each begins elsewhere, so that those who start together do not run after the same view.
        int first = fellows.seat() * share;
        for (int i = 0; i < views.size(); i++) {
            KeptView view = views.get((first + i) % views.size());
            if (!view.owned()) {
                others.add(view);
            }
        }
        return take(others, 0, share - mine.size());
    }

    private CompletableFuture<Void> take(List<KeptView> others, int next, int most) {
        if (most <= 0 || next >= others.size() || closed) {
            return CompletableFuture.completedFuture(null);
        }
        return claim(others.get(next))
                .thenCompose(mine -> take(others, next + 1, mine ? most - 1 : most));
    }

    private CompletableFuture<Boolean> claim(KeptView view) {
        long until = env.nanoTime().getAsLong() + work.lasting().toNanos();
        return work.claims()
                .claim(view.work(), work.owner(), work.lasting())
                .thenCompose(
                        mine -> {
                            if (mine) {
                                return view.gained(until).thenApply(begun -> true);
                            }
                            var unused = lose(view);
                            return CompletableFuture.completedFuture(false);
                        });
    }

    private CompletableFuture<Void> lose(KeptView view) {
        return view.lost(() -> beforeLoss.apply(view.name()));
    }

    private CompletableFuture<Void> giveBack(KeptView view) {
        return lose(view).thenCompose(stopped -> work.claims().release(view.work(), work.owner()));
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
    }

    private static void tell(String what, @Nullable Throwable failure) {
        if (failure != null) {
            logger.warn("Views could not be {} now; claims run out by themselves", what, failure);
        }
    }
}
