package jp.tenken.vault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Looking up and destroying more entries than the vault takes in one call. */
final class Entries {

    private Entries() {}

    /** The entries that are there, whatever the number asked for. */
    static CompletableFuture<Map<String, byte[]>> find(
            Vault vault, String kind, Collection<String> ids) {
        List<String> all = ids.stream().distinct().toList();
        CompletableFuture<Map<String, byte[]>> found =
                CompletableFuture.completedFuture(new HashMap<>());
        for (int from = 0; from < all.size(); from += Vault.MAX_IDS) {
            List<String> part = all.subList(from, Math.min(all.size(), from + Vault.MAX_IDS));
            // One after the other: whoever asks for many does not push others aside.
            found =
                    found.thenCompose(
                            sofar ->
                                    vault.findAll(kind, part)
                                            .thenApply(
                                                    more -> {
                                                        sofar.putAll(more);
                                                        return sofar;
                                                    }));
        }
        return found;
    }

    /** Destroys entries; asked for together, because an engine does the work for all at once. */
    static CompletableFuture<Void> destroy(Vault vault, String kind, Collection<String> ids) {
        List<CompletableFuture<Boolean>> destroyed = new ArrayList<>();
        ids.stream().distinct().forEach(id -> destroyed.add(vault.destroy(kind, id)));
        return CompletableFuture.allOf(destroyed.toArray(CompletableFuture[]::new));
    }
}
