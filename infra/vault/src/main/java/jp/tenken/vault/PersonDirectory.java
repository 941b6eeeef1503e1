package jp.tenken.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The names of people, by tenant and person, each sealed with the person's own key.
 *
 * <p>An erasure destroys name and key and leaves a mark, so that no name of that person is taken
 * again. Thread-safe; never blocks; futures fail with {@link VaultException} when the vault cannot
 * be used.
 */
public final class PersonDirectory {

    static final String KEYS = "person-key";
    static final String NAMES = "person-name";
    static final String ERASED = "person-erased";
    private static final int CACHED = 10_000;

    private final Vault vault;
    private final DataKeys keys;
    private final Executor executor;
    private final ForgettingCache<PersonName> cache = new ForgettingCache<>(CACHED);

    /**
     * The directory in this vault.
     *
     * @param executor where names are sealed and opened
     */
    public PersonDirectory(Vault vault, MasterKey master, Executor executor) {
        this.vault = vault;
        this.keys = new DataKeys(vault, KEYS, master, executor);
        this.executor = executor;
    }

    /** Whether {@link #learn} of this name has nothing to do, as far as memory tells. */
    public boolean knows(String tenant, String person, String name) {
        return switch (cache.get(DataKeys.entry(tenant, person))) {
            case PersonName.Known known -> known.name().equals(name);
            case PersonName.Erased erased -> true;
            case null -> false;
        };
    }

    /**
     * Takes a person's name, unless it is known already or the person was erased.
     *
     * @return completes when the name is durable, or need not be
     */
    public CompletableFuture<Void> learn(String tenant, String person, String name) {
        return names(tenant, List.of(person))
                .thenCompose(
                        known ->
                                switch (known.get(person)) {
                                    case PersonName.Erased erased -> done();
                                    case PersonName.Known same when same.name().equals(name) ->
                                            done();
                                    case PersonName.Known changed -> write(tenant, person, name);
                                    case null -> write(tenant, person, name);
                                });
    }

    private CompletableFuture<Void> write(String tenant, String person, String name) {
        String entry = DataKeys.entry(tenant, person);
        return keys.findOrMake(tenant, person)
                .thenComposeAsync(
                        key ->
                                vault.put(
                                        NAMES,
                                        entry,
                                        key.seal(name, bound(tenant, person))
                                                .getBytes(StandardCharsets.US_ASCII)),
                        executor)
                // An erasure may have come in between; its mark is set before it destroys.
                .thenCompose(put -> vault.find(ERASED, entry))
                .thenCompose(
                        erased -> erased.isPresent() ? destroy(tenant, person) : forget(entry));
    }

    /** The next look-up reads the new name; this one may have been overtaken by another. */
    private CompletableFuture<Void> forget(String entry) {
        cache.drop(List.of(entry));
        return done();
    }

    /** What is known of these people, looked up together; unknown ones are left out. */
    public CompletableFuture<Map<String, PersonName>> names(
            String tenant, Collection<String> people) {
        Map<String, PersonName> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        long age = cache.age();
        for (String person : people) {
            PersonName known = cache.get(DataKeys.entry(tenant, person));
            if (known == null) {
                missing.add(person);
            } else {
                found.put(person, known);
            }
        }
        if (missing.isEmpty()) {
            return CompletableFuture.completedFuture(found);
        }
        List<String> entries = missing.stream().map(id -> DataKeys.entry(tenant, id)).toList();
        return Entries.find(vault, ERASED, entries)
                .thenCombine(Entries.find(vault, NAMES, entries), Kept::new)
                .thenCombineAsync(
                        keys.find(tenant, missing),
                        (kept, unlocked) -> {
                            for (String person : missing) {
                                PersonName name = kept.name(tenant, person, unlocked.get(person));
                                if (name != null) {
                                    cache.put(DataKeys.entry(tenant, person), name, age);
                                    found.put(person, name);
                                }
                            }
                            return found;
                        },
                        executor);
    }

    /** What the vault holds of some people, by entry. */
    private record Kept(Map<String, byte[]> erased, Map<String, byte[]> names) {

        @Nullable PersonName name(String tenant, String person, @Nullable DataKey key) {
            String entry = DataKeys.entry(tenant, person);
            byte[] sealed = names.get(entry);
            if (erased.containsKey(entry)) {
                return new PersonName.Erased();
            }
            return sealed == null || key == null
                    ? null
                    : new PersonName.Known(
                            key.open(
                                    new String(sealed, StandardCharsets.US_ASCII),
                                    bound(tenant, person)));
        }
    }

    /**
     * Erases a person: its name can no longer be read when this completes, and none is taken any
     * more. Repeatable.
     */
    public CompletableFuture<Void> erase(String tenant, String person) {
        return vault.putIfAbsent(ERASED, DataKeys.entry(tenant, person), new byte[] {1})
                .thenCompose(marked -> destroy(tenant, person));
    }

    private CompletableFuture<Void> destroy(String tenant, String person) {
        List<String> entry = List.of(DataKeys.entry(tenant, person));
        return CompletableFuture.allOf(
                        keys.destroy(tenant, List.of(person)), Entries.destroy(vault, NAMES, entry))
                .whenComplete((gone, failure) -> cache.drop(entry));
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.allOf();
    }

    private static byte[] bound(String tenant, String person) {
        return Binding.of(NAMES, tenant, person);
    }
}
