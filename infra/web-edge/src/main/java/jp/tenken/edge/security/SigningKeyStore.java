package jp.tenken.edge.security;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import jp.tenken.vault.Vault;

/** Keeps the few secrets of the edge, so that tokens and cursors outlive a restart. Thread-safe. */
@FunctionalInterface
public interface SigningKeyStore {

    /** Kind of these entries in the vault. */
    String KIND = "edge-secret";

    /**
     * The secret of a name; made and kept durably the first time.
     *
     * @param name letters and hyphens
     * @param fresh makes one, called only when there is none
     */
    CompletableFuture<byte[]> keep(String name, Supplier<byte[]> fresh);

    /** Keeps them in a vault. */
    static SigningKeyStore in(Vault vault) {
        return (name, fresh) ->
                vault.find(KIND, name)
                        .thenCompose(
                                (Optional<byte[]> kept) ->
                                        kept.map(CompletableFuture::completedFuture)
                                                .orElseGet(
                                                        () ->
                                                                vault.putIfAbsent(
                                                                        KIND, name, fresh.get())));
    }
}
