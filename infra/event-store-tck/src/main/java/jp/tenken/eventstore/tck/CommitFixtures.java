package jp.tenken.eventstore.tck;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.eventstore.format.CommitSeal;
import org.jspecify.annotations.Nullable;

/**
 * Makes the valid commits of one writer, one behind the other: dense positions and sequences, times
 * that rise by a millisecond, links and hashes as they must be. Remembers everything it made, which
 * is what a suite compares an engine with.
 *
 * <p>A tag whose key is {@value #CHAIN} starts or goes on a chain. For one thread.
 */
public final class CommitFixtures {

    /** Key of the tags that make chains. */
    public static final String CHAIN = "contract";

    /** When the first commit is recorded: 2026-04-01T00:00:00Z in microseconds. */
    public static final long START_MICROS = 1_775_001_600_000_000L;

    private final List<Commit> made = new ArrayList<>();
    private final Map<String, TenantHead> tenants = new HashMap<>();
    private final Map<String, Map<String, Hash>> chains = new HashMap<>();
    private long head;
    private long clockMicros = START_MICROS;

    /** An event with a small payload of its own. */
    public static StoredEvent event(String name, EventTag... tags) {
        return event(name, ("{\"of\":\"" + name + "\"}").getBytes(StandardCharsets.UTF_8), tags);
    }

    /** An event with a given payload. */
    public static StoredEvent event(String name, byte[] payload, EventTag... tags) {
        byte[] salt = new byte[StoredEvent.SALT_LENGTH];
        Arrays.fill(salt, (byte) name.length());
        Map<String, @Nullable String> metadata = new LinkedHashMap<>();
        metadata.put("actor", "staff-1");
        return new StoredEvent(
                UUID.randomUUID().toString(),
                name,
                "1",
                Instant.ofEpochSecond(1_775_001_600L, 123_456_789),
                List.copyOf(new TreeSet<>(Arrays.asList(tags))),
                metadata,
                payload,
                salt);
    }

    /** A tag. */
    public static EventTag tag(String key, String value) {
        return new EventTag(key, value);
    }

    /** The next commit, a millisecond after the one before. */
    public Commit commit(String tenant, StoredEvent... events) {
        return commitAt(clockMicros + 1_000, tenant, events);
    }

    /** The next commit, recorded at a time not before the one before. */
    public Commit commitAt(long recordedAtMicros, String tenant, StoredEvent... events) {
        Set<String> touched = new TreeSet<>();
        for (StoredEvent event : events) {
            for (EventTag tag : event.tags()) {
                if (tag.key().equals(CHAIN)) {
                    touched.add(tag.key() + ":" + tag.value());
                }
            }
        }
        List<Hash> digests = Arrays.stream(events).map(CommitSeal::digest).toList();
        return add(recordedAtMicros, tenant, digests, touched, List.of(events));
    }

    /** The next commit, its content erased: only header and digests are left. */
    public Commit tombstone(String tenant, int eventCount, String... chainKeys) {
        List<Hash> digests = new ArrayList<>();
        for (int i = 0; i < eventCount; i++) {
            digests.add(CommitSeal.digest(event("Erased" + i)));
        }
        return add(clockMicros + 1_000, tenant, digests, Set.of(chainKeys), List.of());
    }

    private Commit add(
            long recordedAtMicros,
            String tenant,
            List<Hash> digests,
            Set<String> touched,
            List<StoredEvent> events) {
        TenantHead before = tenantHead(tenant);
        Map<String, Hash> links = new TreeMap<>();
        touched.forEach(
                chain -> links.put(chain, chainHeads(tenant).getOrDefault(chain, Hash.NONE)));
        CommitHeader header =
                CommitSeal.seal(
                        head + 1,
                        UUID.randomUUID(),
                        tenant,
                        before.sequence() + 1,
                        recordedAtMicros,
                        digests,
                        before.hash(),
                        links);
        head = header.lastPosition();
        clockMicros = recordedAtMicros;
        tenants.put(
                tenant,
                new TenantHead(header.lastTenantSequence(), head, recordedAtMicros, header.hash()));
        touched.forEach(
                chain ->
                        chains.computeIfAbsent(tenant, absent -> new HashMap<>())
                                .put(chain, header.hash()));
        Commit commit = new Commit(header, events);
        made.add(commit);
        return commit;
    }

    /** Everything made so far, in order. */
    public List<Commit> made() {
        return List.copyOf(made);
    }

    /** Position of the last event made. */
    public long head() {
        return head;
    }

    /** Where the tenant's history ends. */
    public TenantHead tenantHead(String tenant) {
        return tenants.getOrDefault(tenant, TenantHead.EMPTY);
    }

    /** The last hash of each chain of the tenant. */
    public Map<String, Hash> chainHeads(String tenant) {
        return Map.copyOf(chains.getOrDefault(tenant, Map.of()));
    }
}
