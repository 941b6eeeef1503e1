package jp.tenken.projections;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/** Claims in memory, by a clock that a test may hold; can refuse to answer. */
final class MemoryClaims implements WorkClaims {

    private record Claim(String owner, long until) {}

    private final Map<String, Claim> claims = new HashMap<>();
    private final LongSupplier nanos;
    final AtomicBoolean away = new AtomicBoolean();

    MemoryClaims(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public CompletableFuture<Boolean> claim(String work, String owner, Duration lasting) {
        if (away.get()) {
            return CompletableFuture.failedFuture(
                    new ViewStoreException("away", new IllegalStateException()));
        }
        return CompletableFuture.supplyAsync(() -> taken(work, owner, lasting));
    }

    private synchronized boolean taken(String work, String owner, Duration lasting) {
        long now = nanos.getAsLong();
        Claim claim = claims.get(work);
        if (claim != null && !claim.owner().equals(owner) && claim.until() > now) {
            return false;
        }
        claims.put(work, new Claim(owner, now + lasting.toNanos()));
        return true;
    }

    @Override
    public CompletableFuture<Void> release(String work, String owner) {
        return CompletableFuture.runAsync(() -> released(work, owner));
    }

    private synchronized void released(String work, String owner) {
        Claim claim = claims.get(work);
        if (claim != null && claim.owner().equals(owner)) {
            claims.remove(work);
        }
    }

    /** Whoever has it now; "" = nobody. */
    synchronized String owner(String work) {
        Claim claim = claims.get(work);
        return claim == null || claim.until() <= nanos.getAsLong() ? "" : claim.owner();
    }

    /** Somebody else takes it from whoever has it, as if that one had been away for long. */
    synchronized void seize(String work, String owner, Duration lasting) {
        claims.put(work, new Claim(owner, nanos.getAsLong() + lasting.toNanos()));
    }
}
