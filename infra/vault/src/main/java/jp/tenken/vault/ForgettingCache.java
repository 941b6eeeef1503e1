package jp.tenken.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache of what can be erased. What was looked up before an erasure does not come in
 * after it: a look-up begins by asking for the {@link #age}, which every erasure changes.
 *
 * <p>Entries go after a minute in any case, so that a change by another process is seen.
 * Thread-safe.
 */
final class ForgettingCache<V> {

    private static final Duration LIFE = Duration.ofMinutes(1);

    private final Cache<String, V> entries;
    private long age;

    ForgettingCache(int capacity) {
        entries = Caffeine.newBuilder().maximumSize(capacity).expireAfterWrite(LIFE).build();
    }

    @Nullable V get(String id) {
        return entries.getIfPresent(id);
    }

    /** To be asked before the look-up whose result is {@link #put}. */
    synchronized long age() {
        return age;
    }

    /** Takes what a look-up found, unless something was dropped since it began. */
    synchronized void put(String id, V value, long ageAtLookUp) {
        if (age == ageAtLookUp) {
            entries.put(id, value);
        }
    }

    /** Forgets entries, once they are destroyed. */
    synchronized void drop(Collection<String> ids) {
        age++;
        entries.invalidateAll(ids);
    }
}
