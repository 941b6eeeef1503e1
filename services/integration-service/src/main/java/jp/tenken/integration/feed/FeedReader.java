package jp.tenken.integration.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Tags;
import jp.tenken.runtime.log.EventLog;
import org.jspecify.annotations.Nullable;

/**
 * Reads a municipality's events in order. Keeps nothing between two reads that would change an
 * answer; thread-safe.
 */
public final class FeedReader {

    /**
     * Most events that one page is looked for in, so that a filter that lets nothing through cannot
     * keep a request busy with the whole history.
     */
    public static final int MOST_SCANNED = 5_000;

    private static final int SLICE = 500;

    private final EventLog log;
    private final ContractDepartments departments;

    /** Over a log. */
    public FeedReader(EventLog log, ContractDepartments departments) {
        this.log = log;
        this.departments = departments;
    }

    /** Where the municipality's history ends now; {@link TenantHead#EMPTY} where it has none. */
    public CompletableFuture<TenantHead> head(String tenant) {
        return log.log().tenantHead(tenant);
    }

    /**
     * The next events that a filter lets through.
     *
     * @param after sequence behind which to begin; 0 = at the beginning
     * @param limit events of the page, 1 or more
     */
    public CompletableFuture<FeedPage> read(
            String tenant, long after, FeedFilter filter, int limit) {
        return head(tenant)
                .thenCompose(
                        head -> new Reading(tenant, after, filter, limit, head.sequence()).page());
    }

    /** One page in the making. */
    private final class Reading {

        private final String tenant;
        private final FeedFilter filter;
        private final int limit;
        private final long begin;
        private final long head;
        private final List<FeedItem> items = new ArrayList<>();
        private long scanned;

        Reading(String tenant, long after, FeedFilter filter, int limit, long head) {
            this.tenant = tenant;
            this.filter = filter;
            this.limit = limit;
            this.begin = after;
            this.head = head;
            this.scanned = after;
        }

        CompletableFuture<FeedPage> page() {
            if (items.size() == limit || scanned >= head || scanned - begin >= MOST_SCANNED) {
                return CompletableFuture.completedFuture(
                        new FeedPage(items, scanned, scanned < head));
            }
            int wanted = filter.selective() ? SLICE : Math.min(SLICE, limit - items.size());
            return log.readTenant(tenant, scanned, wanted)
                    .thenComposeAsync(page -> taken(FeedSlice.of(page, scanned)), log.executor())
                    .thenCompose(done -> page());
        }

        private CompletableFuture<Void> taken(FeedSlice slice) {
            List<FeedEvent> candidates = slice.events().stream().filter(filter::admits).toList();
            Set<String> contracts = new TreeSet<>();
            candidates.forEach(event -> contracts.addAll(event.tagged(Tags.CONTRACT)));
            return departments
                    .upTo(slice.position(), tenant, contracts)
                    .thenAcceptAsync(
                            timelines -> take(candidates, timelines, slice.end()), log.executor());
        }

        private void take(
                List<FeedEvent> candidates, Map<String, ContractTimeline> timelines, long end) {
            for (FeedEvent event : candidates) {
                Set<DepartmentCode> owners = owners(event, timelines, event.sequence());
                Set<DepartmentCode> concerned = new HashSet<>(owners);
                concerned.addAll(owners(event, timelines, event.sequence() - 1));
                if (filter.admits(concerned)) {
                    items.add(new FeedItem(event, single(owners)));
                    if (items.size() == limit) {
                        scanned = event.sequence();
                        return;
                    }
                }
            }
            scanned = end;
        }
    }

    /**
     * The departments to which an event belongs.
     *
     * @param at sequence as of which to say so: the event's own, or the one before it, which
     *     differs for an event by which a contract changes hands
     */
    private static Set<DepartmentCode> owners(
            FeedEvent event, Map<String, ContractTimeline> timelines, long at) {
        Set<DepartmentCode> owners = new TreeSet<>();
        List<String> contracts = event.tagged(Tags.CONTRACT);
        for (String contract : contracts) {
            ContractTimeline timeline = timelines.getOrDefault(contract, ContractTimeline.UNKNOWN);
            DepartmentCode owner = timeline.at(at);
            if (owner != null) {
                owners.add(owner);
            }
        }
        if (contracts.isEmpty()) {
            event.tagged(Tags.DEPARTMENT).forEach(code -> owners.add(DepartmentCode.of(code)));
        }
        return owners;
    }

    private static @Nullable DepartmentCode single(Set<DepartmentCode> owners) {
        return owners.size() == 1 ? owners.iterator().next() : null;
    }
}
