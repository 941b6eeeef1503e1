package jp.tenken.eventstore.tck;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import jp.tenken.vault.Vault;

/** The reference vault: a map under a lock. Volatile; for tests. */
public final class InMemoryVault implements Vault {

    private final Map<String, NavigableMap<String, byte[]>> kinds;
    private final EngineThreads threads = EngineThreads.few("in-memory-vault");

    /** An empty vault. */
    public InMemoryVault() {
        this(new HashMap<>());
    }

    private InMemoryVault(Map<String, NavigableMap<String, byte[]>> kinds) {
        this.kinds = kinds;
    }

    /**
     * A vault of the same entries, as if a durable one had been opened again. This one may be
     * closed before.
     */
    public InMemoryVault reopened() {
        return new InMemoryVault(kinds);
    }

    @Override
    public CompletableFuture<Optional<byte[]>> find(String kind, String id) {
        return locked(() -> Optional.ofNullable(of(kind).get(id)).map(byte[]::clone));
    }

    @Override
    public CompletableFuture<Map<String, byte[]>> findAll(String kind, Collection<String> ids) {
        if (ids.size() > MAX_IDS) {
            throw new IllegalArgumentException("%d ids at once".formatted(ids.size()));
        }
        List<String> wanted = List.copyOf(ids);
        return locked(
                () -> {
                    Map<String, byte[]> found = new HashMap<>();
                    for (String id : wanted) {
                        byte[] secret = of(kind).get(id);
                        if (secret != null) {
                            found.put(id, secret.clone());
                        }
                    }
                    return found;
                });
    }

    @Override
    public CompletableFuture<byte[]> putIfAbsent(String kind, String id, byte[] secret) {
        byte[] copy = checked(secret);
        return locked(() -> of(kind).computeIfAbsent(id, absent -> copy).clone());
    }

    @Override
    public CompletableFuture<Void> put(String kind, String id, byte[] secret) {
        byte[] copy = checked(secret);
        return locked(
                () -> {
                    of(kind).put(id, copy);
                    return null;
                });
    }

    private static byte[] checked(byte[] secret) {
        if (secret.length == 0 || secret.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "an entry has 1 to %d bytes, not %d".formatted(MAX_BYTES, secret.length));
        }
        return secret.clone();
    }

    @Override
    public CompletableFuture<Boolean> destroy(String kind, String id) {
        return locked(() -> of(kind).remove(id) != null);
    }

    @Override
    public CompletableFuture<List<String>> ids(String kind) {
        return locked(() -> List.copyOf(of(kind).keySet()));
    }

    @Override
    public void close() {
        threads.close();
    }

    private NavigableMap<String, byte[]> of(String kind) {
        return kinds.computeIfAbsent(kind, absent -> new TreeMap<>());
    }

    private <T> CompletableFuture<T> locked(Supplier<T> work) {
        return threads.answer(
                () -> {
                    synchronized (kinds) {
                        return work.get();
                    }
                });
    }
}
