package jp.tenken.eventstore.tail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * The chains that were asked for lately, whole: each with all commits of a tenant that carry a tag,
 * up to the last commit that was added. Bounded by bytes; what was not asked for the longest goes
 * first. Guarded by its owner's lock.
 */
final class ChainMemory {

    /** Events above which a chain is not kept: reading it anew by finer criteria is cheaper. */
    static final int LONGEST = 1_000;

    /** The part of the heap that they may fill: an eighth. */
    private static final int HEAP_SHARE = 8;

    /** About what an event takes in memory beside its payload. */
    private static final int EVENT_BYTES = 1_500;

    /** A payload is kept as bytes and, once somebody folded it, as an object of about that size. */
    private static final int PAYLOAD_COPIES = 3;

    /** A tenant's events with a tag. */
    record Chain(String tenant, EventTag tag) {

        /** By which they are found among the tenant's events. */
        Criteria criteria() {
            return new Criteria(List.of(new Criterion(Set.of(tag), Set.of())));
        }

        /** Whether the commit holds one of them. */
        boolean touchedBy(Commit commit) {
            if (!commit.header().tenant().equals(tenant)) {
                return false;
            }
            for (StoredEvent event : commit.events()) {
                if (event.tags().contains(tag)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Commits of a chain; null for one that is too long to be kept. */
    private record Kept(@Nullable List<Commit> commits, long bytes) {

        static final Kept TOO_LONG = new Kept(null, EVENT_BYTES);

        static Kept of(List<Commit> commits) {
            int events = 0;
            long bytes = EVENT_BYTES;
            for (Commit commit : commits) {
                events += commit.header().eventCount();
                bytes += weight(commit);
            }
            return events > LONGEST ? TOO_LONG : new Kept(List.copyOf(commits), bytes);
        }
    }

    private final long maxBytes;
    private final Map<Chain, Kept> chains = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    ChainMemory(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** As large as this process can afford. */
    static ChainMemory ofThisProcess() {
        return new ChainMemory(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    /**
     * What is known of a chain, given where the last commit that was added ends; null when it is
     * not remembered, and {@link History#NOTHING} when it is too long for that.
     */
    @Nullable History find(Chain chain, long end) {
        Kept kept = chains.get(chain);
        if (kept == null) {
            return null;
        }
        List<Commit> commits = kept.commits();
        return commits == null ? History.NOTHING : new History(commits, end);
    }

    /**
     * Remembers a chain: what was read of it, and of the commits that were added since then those
     * that belong to it.
     *
     * @param end of the last commit that was added
     * @return what is known of the chain now
     */
    History put(Chain chain, List<Commit> read, List<Commit> since, long end) {
        List<Commit> commits = new ArrayList<>(read);
        since.stream().filter(chain::touchedBy).forEach(commits::add);
        put(chain, Kept.of(commits));
        return new History(commits, end);
    }

    /** Remembers of a chain that it is not worth remembering. */
    void tooLong(Chain chain) {
        put(chain, Kept.TOO_LONG);
    }

    private void put(Chain chain, Kept kept) {
        Kept before = chains.put(chain, kept);
        bytes += kept.bytes() - (before == null ? 0 : before.bytes());
        Iterator<Kept> eldest = chains.values().iterator();
        while (bytes > maxBytes && eldest.hasNext()) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }

    /** Takes note of the commit that follows. */
    void add(Commit commit) {
        if (chains.isEmpty()) {
            return;
        }
        Set<Chain> touched = new HashSet<>();
        for (StoredEvent event : commit.events()) {
            for (EventTag tag : event.tags()) {
                touched.add(new Chain(commit.header().tenant(), tag));
            }
        }
        for (Chain chain : touched) {
            Kept kept = chains.get(chain);
            if (kept != null && kept.commits() != null) {
                List<Commit> longer = new ArrayList<>(kept.commits().size() + 1);
                longer.addAll(kept.commits());
                longer.add(commit);
                put(chain, Kept.of(longer));
            }
        }
    }

    private static long weight(Commit commit) {
        long weight = 0;
        for (StoredEvent event : commit.events()) {
            weight += EVENT_BYTES + (long) PAYLOAD_COPIES * event.payload().length;
        }
        return weight;
    }
}
