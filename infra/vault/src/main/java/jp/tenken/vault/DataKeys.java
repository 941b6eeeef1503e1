package jp.tenken.vault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The data keys of one use, wrapped, in a vault: by tenant and id, each bound to both. Keys that
 * are used again soon are found in memory; their number there is bounded.
 *
 * <p>Thread-safe; never blocks.
 */
final class DataKeys {

    private static final int CACHED = 10_000;

    private final Vault vault;
    private final String kind;
    private final MasterKey master;
    private final Executor executor;
    private final ForgettingCache<DataKey> cache = new ForgettingCache<>(CACHED);

    /**
     * Keys under a kind of the vault.
     *
     * @param executor where keys are wrapped and unwrapped
     */
    DataKeys(Vault vault, String kind, MasterKey master, Executor executor) {
        this.vault = vault;
        this.kind = kind;
        this.master = master;
        this.executor = executor;
    }

    /** How entries of a tenant are called in the vault; no tenant's name has a slash. */
    static String entry(String tenant, String id) {
        return tenant + "/" + id;
    }

    /** The key of this id; made, and kept durably, when there is none. */
    CompletableFuture<DataKey> findOrMake(String tenant, String id) {
        String entry = entry(tenant, id);
        DataKey known = cache.get(entry);
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        long age = cache.age();
        byte[] bound = Binding.of(kind, tenant, id);
        return vault.find(kind, entry)
                .thenComposeAsync(
                        (Optional<byte[]> kept) ->
                                kept.map(CompletableFuture::completedFuture)
                                        .orElseGet(
                                                () ->
                                                        vault.putIfAbsent(
                                                                kind,
                                                                entry,
                                                                master.wrap(
                                                                        DataKey.fresh(), bound))),
                        executor)
                .thenApplyAsync(wrapped -> kept(entry, wrapped, bound, age), executor);
    }

    /** A new key under an id that nobody had before; durable when this completes. */
    CompletableFuture<DataKey> make(String tenant, String id) {
        String entry = entry(tenant, id);
        long age = cache.age();
        byte[] bound = Binding.of(kind, tenant, id);
        DataKey fresh = DataKey.fresh();
        return vault.putIfAbsent(kind, entry, master.wrap(fresh, bound))
                .thenApply(
                        kept -> {
                            cache.put(entry, fresh, age);
                            return fresh;
                        });
    }

    /** The keys of these ids; those that are not there, or no longer, are left out. */
    CompletableFuture<Map<String, DataKey>> find(String tenant, Collection<String> ids) {
        Map<String, DataKey> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        long age = cache.age();
        for (String id : ids) {
            DataKey known = cache.get(entry(tenant, id));
            if (known == null) {
                missing.add(id);
            } else {
                found.put(id, known);
            }
        }
        if (missing.isEmpty()) {
            return CompletableFuture.completedFuture(found);
        }
        return Entries.find(vault, kind, missing.stream().map(id -> entry(tenant, id)).toList())
                .thenApplyAsync(
                        wrapped -> {
                            for (String id : missing) {
                                String entry = entry(tenant, id);
                                byte[] key = wrapped.get(entry);
                                if (key != null) {
                                    byte[] bound = Binding.of(kind, tenant, id);
                                    found.put(id, kept(entry, key, bound, age));
                                }
                            }
                            return found;
                        },
                        executor);
    }

    private DataKey kept(String entry, byte[] wrapped, byte[] bound, long age) {
        DataKey key = master.unwrap(wrapped, bound);
        cache.put(entry, key, age);
        return key;
    }

    /** Destroys the keys of these ids for ever; those that are not there are no matter. */
    CompletableFuture<Void> destroy(String tenant, Collection<String> ids) {
        List<String> entries = ids.stream().map(id -> entry(tenant, id)).toList();
        return Entries.destroy(vault, kind, entries)
                .whenComplete((done, failure) -> cache.drop(entries));
    }
}
