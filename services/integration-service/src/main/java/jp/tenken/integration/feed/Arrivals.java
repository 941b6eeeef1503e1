package jp.tenken.integration.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Futures;
import jp.tenken.runtime.log.EventLog;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever waits for news of a municipality that there are some.
 *
 * <p>However many wait, one reader follows the log's live end for all of them, and only as long as
 * somebody waits. Thread-safe.
 */
public final class Arrivals {

    /** Most that may wait at once. */
    public static final int MOST = 1_000;

    /** Most that may wait at once for one municipality. */
    public static final int MOST_OF_ONE_TENANT = 100;

    private static final int COMMITS_AT_A_TIME = 1_000;

    private final EventLog log;
    private final Object lock = new Object();
    private final Map<String, Set<Arrival>> expected = new HashMap<>();
    private int waiting;
    private boolean following;
    private long position;

    /** On a log. */
    public Arrivals(EventLog log) {
        this.log = log;
    }

    /** Somebody who waits; to be closed when it no longer does. */
    public final class Arrival implements AutoCloseable {

        private final String tenant;
        private final CompletableFuture<Void> news = new CompletableFuture<>();

        private Arrival(String tenant) {
            this.tenant = tenant;
        }

        /**
         * Completes when something was recorded after this was made; may also complete without
         * anything new. Fails when the log is closed or cannot be read.
         */
        public CompletableFuture<Void> news() {
            return news;
        }

        @Override
        public void close() {
            synchronized (lock) {
                forget(this);
            }
        }
    }

    /**
     * Waits from now on: what a read that begins after this call does not find will be announced.
     *
     * @throws RejectedExecutionException when too many wait already
     */
    public Arrival expect(String tenant) {
        Arrival arrival = new Arrival(tenant);
        synchronized (lock) {
            Set<Arrival> others = expected.getOrDefault(tenant, Set.of());
            if (waiting >= MOST || others.size() >= MOST_OF_ONE_TENANT) {
                throw new RejectedExecutionException("too many wait for news");
            }
            expected.computeIfAbsent(tenant, first -> new HashSet<>()).add(arrival);
            waiting++;
            if (following) {
                return arrival;
            }
            following = true;
            position = log.head();
        }
        follow(position());
        return arrival;
    }

    /** How many wait now. */
    public int waiting() {
        synchronized (lock) {
            return waiting;
        }
    }

    private long position() {
        synchronized (lock) {
            return position;
        }
    }

    private void follow(long from) {
        Futures.whenDone(
                log.awaitBeyond(from).thenCompose(grown -> log.read(from, COMMITS_AT_A_TIME)),
                log.executor(),
                this::announce);
    }

    private void announce(@Nullable CommitPage page, @Nullable Throwable failure) {
        Set<Arrival> told = new HashSet<>();
        boolean on;
        synchronized (lock) {
            if (page == null) {
                expected.values().forEach(told::addAll);
            } else {
                for (Commit commit : page.commits()) {
                    told.addAll(expected.getOrDefault(commit.header().tenant(), Set.of()));
                }
                position = Math.max(position, page.scannedTo());
            }
            told.forEach(this::forget);
            following = waiting > 0;
            on = following;
        }
        for (Arrival arrival : told) {
            if (failure == null) {
                arrival.news.complete(null);
            } else {
                arrival.news.completeExceptionally(failure);
            }
        }
        if (on) {
            follow(position());
        }
    }

    /** Under the lock; does nothing the second time. */
    private void forget(Arrival arrival) {
        Set<Arrival> of = expected.get(arrival.tenant);
        if (of != null && of.remove(arrival)) {
            waiting--;
            if (of.isEmpty()) {
                expected.remove(arrival.tenant);
            }
        }
    }
}
