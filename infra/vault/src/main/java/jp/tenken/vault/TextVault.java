package jp.tenken.vault;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Free texts, each sealed with a key of its own, so that each can be erased alone: the sealed text
 * may stand in a log that nobody can change, and means nothing once its key is destroyed.
 *
 * <p>A sealed text is bound to its tenant and its key. Thread-safe; never blocks; futures fail with
 * {@link VaultException} when the vault cannot be used.
 */
public final class TextVault {

    /** Most characters of a text. */
    public static final int MAX_LENGTH = 64 * 1024;

    static final String KEYS = "text-key";
    private static final String USE = "text";

    private final DataKeys keys;
    private final Supplier<UUID> ids;
    private final Executor executor;

    /**
     * Texts whose keys are in this vault.
     *
     * @param ids random ones; a key's id must say nothing
     * @param executor where texts are sealed and opened
     */
    public TextVault(Vault vault, MasterKey master, Supplier<UUID> ids, Executor executor) {
        this.keys = new DataKeys(vault, KEYS, master, executor);
        this.ids = ids;
        this.executor = executor;
    }

    /**
     * The text under a new key, which is durable when this completes.
     *
     * @param tenant whose text
     * @param text 1 to {@value #MAX_LENGTH} characters
     * @throws IllegalArgumentException for a text of another length
     */
    public CompletableFuture<SealedValue> seal(String tenant, String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a text of %d characters".formatted(text.length()));
        }
        String id = ids.get().toString();
        return keys.make(tenant, id)
                .thenApplyAsync(
                        key -> new SealedValue(id, key.seal(text, bound(tenant, id))), executor);
    }

    /** The text; empty = erased. */
    public CompletableFuture<Optional<String>> open(String tenant, SealedValue sealed) {
        return openAll(tenant, java.util.List.of(sealed))
                .thenApply(opened -> Optional.ofNullable(opened.get(sealed)));
    }

    /** All texts that are not erased, looked up together. */
    public CompletableFuture<Map<SealedValue, String>> openAll(
            String tenant, Collection<SealedValue> sealed) {
        if (sealed.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        return keys.find(
                        tenant, sealed.stream().map(SealedValue::keyId).collect(Collectors.toSet()))
                .thenApplyAsync(found -> opened(tenant, sealed, found), executor);
    }

    private static Map<SealedValue, String> opened(
            String tenant, Collection<SealedValue> sealed, Map<String, DataKey> keys) {
        Map<SealedValue, String> texts = new HashMap<>();
        for (SealedValue each : sealed) {
            DataKey key = keys.get(each.keyId());
            if (key != null) {
                texts.computeIfAbsent(
                        each, one -> key.open(one.sealed(), bound(tenant, one.keyId())));
            }
        }
        return texts;
    }

    /** Destroys keys for ever; their texts are erased when this completes. Repeatable. */
    public CompletableFuture<Void> erase(String tenant, Collection<String> keyIds) {
        return keys.destroy(tenant, keyIds);
    }

    private static byte[] bound(String tenant, String keyId) {
        return Binding.of(USE, tenant, keyId);
    }
}
