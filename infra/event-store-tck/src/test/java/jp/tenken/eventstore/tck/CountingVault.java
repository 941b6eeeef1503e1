package jp.tenken.eventstore.tck;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tenken.vault.Vault;

/** A vault whose look-ups are counted and can be held back with what they found. */
final class CountingVault implements Vault {

    final AtomicInteger lookUps = new AtomicInteger();
    final AtomicInteger writes = new AtomicInteger();
    private final Vault vault;
    private CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    CountingVault(Vault vault) {
        this.vault = vault;
    }

    /** From now on look-ups are answered only once released, with what is there now. */
    void hold() {
        gate = new CompletableFuture<>();
    }

    void release() {
        gate.complete(null);
    }

    @Override
    public CompletableFuture<Optional<byte[]>> find(String kind, String id) {
        return vault.find(kind, id);
    }

    @Override
    public CompletableFuture<Map<String, byte[]>> findAll(String kind, Collection<String> ids) {
        lookUps.incrementAndGet();
        CompletableFuture<Void> held = gate;
        return vault.findAll(kind, ids).thenCombine(held, (found, open) -> found);
    }

    @Override
    public CompletableFuture<byte[]> putIfAbsent(String kind, String id, byte[] secret) {
        writes.incrementAndGet();
        return vault.putIfAbsent(kind, id, secret);
    }

    @Override
    public CompletableFuture<Void> put(String kind, String id, byte[] secret) {
        writes.incrementAndGet();
        return vault.put(kind, id, secret);
    }

    @Override
    public CompletableFuture<Boolean> destroy(String kind, String id) {
        return vault.destroy(kind, id);
    }

    @Override
    public CompletableFuture<List<String>> ids(String kind) {
        return vault.ids(kind);
    }

    @Override
    public void close() {
        vault.close();
    }
}
