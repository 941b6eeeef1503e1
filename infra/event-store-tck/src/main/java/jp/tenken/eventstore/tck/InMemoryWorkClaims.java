package jp.tenken.eventstore.tck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jp.tenken.projections.WorkClaims;

/**
 * The reference of claims: a map under a lock, aged by one clock. Whoever is to share work with
 * others shares this object with them. Volatile; for tests.
 */
public final class InMemoryWorkClaims implements WorkClaims, AutoCloseable {

    private record Held(String owner, Instant until) {}

    private final Map<String, Held> claims = new HashMap<>();
    private final Clock clock;
    private final EngineThreads threads = EngineThreads.few("in-memory-claims");

    /** Nothing is claimed; claims age by this clock. */
    public InMemoryWorkClaims(Clock clock) {
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Boolean> claim(String work, String owner, Duration lasting) {
        return threads.answer(
                () -> {
                    synchronized (claims) {
                        Instant now = clock.instant();
                        Held held = claims.get(work);
                        boolean free =
                                held == null
                                        || held.owner().equals(owner)
                                        || held.until().isBefore(now);
                        if (free) {
                            claims.put(work, new Held(owner, now.plus(lasting)));
                        }
                        return free;
                    }
                });
    }

    @Override
    public CompletableFuture<Void> release(String work, String owner) {
        return threads.answer(
                        () -> {
                            synchronized (claims) {
                                return claims.computeIfPresent(
                                                work,
                                                (key, held) ->
                                                        held.owner().equals(owner) ? null : held)
                                        == null;
                            }
                        })
                .thenAccept(free -> {});
    }

    @Override
    public void close() {
        threads.close();
    }
}
