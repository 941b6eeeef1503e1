package jp.tenken.vault;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A durable store of small secrets by kind and id. The port that a storage engine implements.
 *
 * <p>An answered write survives the loss of the process and of power. A destroyed entry is gone
 * from the store's files, not merely hidden.
 *
 * <p>Thread-safe; no method blocks its caller on I/O; futures complete on the engine's own executor
 * and fail with {@link VaultException} when the storage does.
 */
public interface Vault extends AutoCloseable {

    /** Most bytes of one entry: 64 KiB. */
    int MAX_BYTES = 64 * 1024;

    /** Most ids of one {@link #findAll}. */
    int MAX_IDS = 500;

    /** The entry, if there is one. */
    CompletableFuture<Optional<byte[]>> find(String kind, String id);

    /**
     * The entries of these ids, looked up at once; those that are not there are left out.
     *
     * @param ids at most {@value #MAX_IDS}
     * @throws IllegalArgumentException for more ids
     */
    CompletableFuture<Map<String, byte[]>> findAll(String kind, Collection<String> ids);

    /**
     * Keeps an entry unless there is one already; two callers at once agree on one.
     *
     * @param secret 1 to {@value #MAX_BYTES} bytes; copied
     * @return what the vault holds afterwards: the given bytes or those of the earlier entry
     * @throws IllegalArgumentException for an entry of another size
     */
    CompletableFuture<byte[]> putIfAbsent(String kind, String id, byte[] secret);

    /**
     * Keeps an entry in the place of an earlier one. Traces of the earlier one may stay in the
     * store's files until the next destruction, so this is for values that mean nothing without
     * another entry, and for what is no secret.
     *
     * @param secret as in {@link #putIfAbsent}
     * @throws IllegalArgumentException for an entry of another size
     */
    CompletableFuture<Void> put(String kind, String id, byte[] secret);

    /** Destroys an entry for ever; whether there was one. */
    CompletableFuture<Boolean> destroy(String kind, String id);

    /** Ids of all entries of a kind, ascending. */
    CompletableFuture<List<String>> ids(String kind);

    /** Releases files and threads. */
    @Override
    void close();
}
