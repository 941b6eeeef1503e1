package jp.tenken.eventstore.append;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.TenantHead;

/**
 * Where tenants and chains end, remembered for those written lately and looked up for the others.
 * What was built runs ahead of the log and is kept apart from what stands there: when a batch does
 * not make it, only that is taken back. A writer that loses many races would otherwise look
 * everything up again after each of them, and lose the next one meanwhile.
 *
 * <p>For one thread; only {@link #load} answers later.
 */
final class ChainHeads {

    private static final int TENANTS = 10_000;
    private static final int CHAINS = 100_000;

    private record Chain(String tenant, String key) {}

    private final CommitLog log;
    private final Map<String, TenantHead> tenants = recent(TENANTS);
    private final Map<Chain, Hash> chains = recent(CHAINS);
    private final Map<String, TenantHead> tenantsAhead = new HashMap<>();
    private final Map<Chain, Hash> chainsAhead = new HashMap<>();

    ChainHeads(CommitLog log) {
        this.log = log;
    }

    /** Whether everything that the batch needs is remembered. */
    boolean know(List<PendingAppend> batch) {
        for (PendingAppend pending : batch) {
            String tenant = pending.request.tenant();
            if (!knows(tenant)) {
                return false;
            }
            for (String key : pending.chains) {
                if (!knows(new Chain(tenant, key))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean knows(String tenant) {
        return tenantsAhead.containsKey(tenant) || tenants.containsKey(tenant);
    }

    private boolean knows(Chain chain) {
        return chainsAhead.containsKey(chain) || chains.containsKey(chain);
    }

    /**
     * Looks up what is missing. The answer is to be {@link Loaded#remember remembered} on the
     * leader's thread.
     */
    CompletableFuture<Loaded> load(List<PendingAppend> batch) {
        Map<String, Set<String>> missing = new HashMap<>();
        for (PendingAppend pending : batch) {
            String tenant = pending.request.tenant();
            Set<String> keys = missing.computeIfAbsent(tenant, t -> new HashSet<>());
            for (String key : pending.chains) {
                if (!knows(new Chain(tenant, key))) {
                    keys.add(key);
                }
            }
        }
        Loaded loaded = new Loaded();
        List<CompletableFuture<?>> reads = new ArrayList<>();
        missing.forEach(
                (tenant, keys) -> {
                    if (!knows(tenant)) {
                        reads.add(
                                log.tenantHead(tenant)
                                        .thenAccept(head -> loaded.put(tenant, head)));
                    }
                    if (!keys.isEmpty()) {
                        reads.add(
                                log.chainHeads(tenant, keys)
                                        .thenAccept(heads -> loaded.put(tenant, keys, heads)));
                    }
                });
        return CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new))
                .thenApply(all -> loaded);
    }

    TenantHead tenant(String tenant) {
        TenantHead ahead = tenantsAhead.get(tenant);
        return ahead == null ? tenants.getOrDefault(tenant, TenantHead.EMPTY) : ahead;
    }

    Map<String, Hash> previous(String tenant, Set<String> keys) {
        Map<String, Hash> previous = new TreeMap<>();
        for (String key : keys) {
            Chain chain = new Chain(tenant, key);
            Hash ahead = chainsAhead.get(chain);
            previous.put(key, ahead == null ? chains.getOrDefault(chain, Hash.NONE) : ahead);
        }
        return previous;
    }

    /** A commit was built behind all others. */
    void advance(CommitHeader header) {
        tenantsAhead.put(header.tenant(), endOf(header));
        for (String key : header.previousInChain().keySet()) {
            chainsAhead.put(new Chain(header.tenant(), key), header.hash());
        }
    }

    /** A commit stands in the log behind all others that do, whoever built it. */
    void stands(CommitHeader header) {
        TenantHead end = endOf(header);
        tenants.put(header.tenant(), end);
        tenantsAhead.remove(header.tenant(), end);
        for (String key : header.previousInChain().keySet()) {
            Chain chain = new Chain(header.tenant(), key);
            chains.put(chain, header.hash());
            chainsAhead.remove(chain, header.hash());
        }
    }

    /**
     * Takes back what runs ahead of the log.
     *
     * @param still what is being written all the same
     */
    void retract(List<Commit> still) {
        tenantsAhead.clear();
        chainsAhead.clear();
        still.forEach(commit -> advance(commit.header()));
    }

    private static TenantHead endOf(CommitHeader header) {
        return new TenantHead(
                header.lastTenantSequence(),
                header.lastPosition(),
                header.recordedAtMicros(),
                header.hash());
    }

    private static <K, V> Map<K, V> recent(int capacity) {
        return new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    /** What was looked up; filled by the engine's threads, remembered by the leader. */
    final class Loaded {

        private final Map<String, TenantHead> tenantHeads = new HashMap<>();
        private final Map<Chain, Hash> chainHeads = new HashMap<>();

        private synchronized void put(String tenant, TenantHead head) {
            tenantHeads.put(tenant, head);
        }

        private synchronized void put(String tenant, Set<String> keys, Map<String, Hash> heads) {
            keys.forEach(
                    key ->
                            chainHeads.put(
                                    new Chain(tenant, key), heads.getOrDefault(key, Hash.NONE)));
        }

        synchronized void remember() {
            tenants.putAll(tenantHeads);
            chains.putAll(chainHeads);
        }
    }
}
