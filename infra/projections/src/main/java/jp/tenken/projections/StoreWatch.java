package jp.tenken.projections;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from the store how far views have come that another process keeps. Looks quickly while
 * somebody waits for one: after 5 ms, then each time a quarter later, up to 250 ms if nothing moves
 * and nobody else comes; else only when it is told to.
 *
 * <p>Safe for any number of threads; never blocks.
 */
final class StoreWatch {

    private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final Logger logger = LoggerFactory.getLogger(StoreWatch.class);

    private final ProjectionEnvironment env;
    private final Map<ViewName, Watched> views;
    private volatile boolean closed;

    /** Over views whose layout is made as soon as the store can. */
    StoreWatch(ProjectionEnvironment env, Map<ViewName, ViewSchema> views) {
        this.env = env;
        this.views =
                views.values().stream()
                        .map(Watched::new)
                        .collect(
                                Collectors.toMap(
                                        each -> each.schema.name(),
                                        Function.identity(),
                                        (one, other) -> one,
                                        ConcurrentHashMap::new));
        env.board().onWait(this::awaited);
    }

    /** Looks once. Completes when the board knows; never fails. */
    CompletableFuture<Void> look(ViewName view) {
        Watched watched = views.get(view);
        return watched == null
                ? CompletableFuture.completedFuture(null)
                : watched.look().thenApply(moved -> null);
    }

    /** Somebody waits for a view. */
    private void awaited(ViewName view) {
        Watched watched = views.get(view);
        if (watched != null) {
            watched.awaited();
        }
    }

    /** Looks no more. */
    void close() {
        closed = true;
    }

    private final class Watched {

        private final ViewSchema schema;
        private final AtomicBoolean following = new AtomicBoolean();
        private volatile long pause = FIRST_NANOS;
        private volatile boolean created;

        Watched(ViewSchema schema) {
            this.schema = schema;
        }

        void awaited() {
            pause = FIRST_NANOS;
            if (following.compareAndSet(false, true)) {
                follow();
            }
        }

        private void follow() {
            var unused = look().thenAcceptAsync(this::looked, env.executor());
        }

        private void looked(boolean moved) {
            if (wanted()) {
                pause = moved ? FIRST_NANOS : Math.min(LONGEST_NANOS, pause + pause / 4);
                var unused =
                        env.scheduler()
                                .schedule(
                                        () -> env.executor().execute(this::follow),
                                        pause,
                                        TimeUnit.NANOSECONDS);
                return;
            }
            following.set(false);
            // Somebody may have come between the two.
            if (wanted() && following.compareAndSet(false, true)) {
                follow();
            }
        }

        private boolean wanted() {
            return !closed && env.board().wantsNews(schema.name());
        }

        /** Whether the view has moved; false as well when the store does not say. */
        CompletableFuture<Boolean> look() {
            return (created
                            ? CompletableFuture.<Void>completedFuture(null)
                            : env.store().create(schema).thenRun(() -> created = true))
                    .thenCompose(ready -> env.store().progress(schema.name()))
                    .handle(
                            (progress, failure) -> {
                                if (failure == null) {
                                    return env.board().observed(schema.name(), position(progress));
                                }
                                // Who waits is told when the time is up; the owner tells why.
                                logger.debug("{} cannot be looked at", schema.name(), failure);
                                return false;
                            });
        }

        /** Rows of another log are about to go. */
        private long position(ViewProgress progress) {
            UUID epoch = progress.epoch();
            return epoch == null || epoch.equals(env.source().epoch()) ? progress.position() : 0;
        }
    }
}
