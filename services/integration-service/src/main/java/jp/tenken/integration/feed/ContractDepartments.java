package jp.tenken.integration.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.integration.feed.ContractTimeline.Change;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;

/**
 * Finds out whose a contract was when something happened to it: a fold over the two events of a
 * contract that say so, found by their tag.
 *
 * <p>What was found is remembered for the contracts that were asked for last, so that whoever reads
 * page after page asks the log only for what came since. Thread-safe.
 */
public final class ContractDepartments {

    private static final int MOST_REMEMBERED = 50_000;

    /** Beyond some hundreds of tags an engine may look through everything instead. */
    private static final int CONTRACTS_AT_A_TIME = 100;

    private static final int EVENTS_AT_A_TIME = 1_000;

    private static final Set<String> TYPES =
            Set.of(
                    EventCatalogue.nameOf(ContractRegistered.class),
                    EventCatalogue.nameOf(ContractTransferredToDepartment.class));

    private record Key(String tenant, String contract) {}

    private final CommitLog log;
    private final Function<StoredEvent, Object> payloads;
    private final Cache<Key, ContractTimeline> known =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /**
     * Over a log.
     *
     * @param payloads reads an event as the record that stands for it today
     */
    public ContractDepartments(CommitLog log, Function<StoredEvent, Object> payloads) {
        this.log = log;
        this.payloads = payloads;
    }

    /**
     * The timelines of some contracts, complete up to a position.
     *
     * @return an entry for every contract; that of one that is not registered is empty
     */
    CompletableFuture<Map<String, ContractTimeline>> upTo(
            long position, String tenant, Collection<String> contracts) {
        Map<String, ContractTimeline> found = new HashMap<>();
        List<String> asked = new ArrayList<>();
        for (String contract : contracts) {
            ContractTimeline timeline = known(tenant, contract);
            found.put(contract, timeline);
            if (timeline.knownTo() < position) {
                asked.add(contract);
            }
        }
        // Those of which as much is known stand together, so that little is read twice.
        asked.sort(
                Comparator.comparingLong((String contract) -> known(found, contract).knownTo())
                        .thenComparing(Comparator.naturalOrder()));
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        for (int i = 0; i < asked.size(); i += CONTRACTS_AT_A_TIME) {
            List<String> some = asked.subList(i, Math.min(asked.size(), i + CONTRACTS_AT_A_TIME));
            all = all.thenCompose(done -> read(tenant, some, found, position));
        }
        return all.thenApply(done -> found);
    }

    private CompletableFuture<Void> read(
            String tenant, List<String> contracts, Map<String, ContractTimeline> found, long upTo) {
        Criteria criteria =
                new Criteria(
                        contracts.stream()
                                .map(
                                        contract ->
                                                new Criterion(
                                                        Set.of(
                                                                new EventTag(
                                                                        Tags.CONTRACT, contract)),
                                                        TYPES))
                                .toList());
        Map<String, List<Change>> changes = new HashMap<>();
        long after = known(found, contracts.getFirst()).knownTo();
        return collected(tenant, criteria, after, upTo, changes)
                .thenAccept(
                        done -> {
                            for (String contract : contracts) {
                                ContractTimeline timeline =
                                        known(found, contract)
                                                .with(
                                                        changes.getOrDefault(contract, List.of()),
                                                        upTo);
                                found.put(contract, timeline);
                                known.put(new Key(tenant, contract), timeline);
                            }
                        });
    }

    private CompletableFuture<Void> collected(
            String tenant,
            Criteria criteria,
            long after,
            long upTo,
            Map<String, List<Change>> changes) {
        return log.readMatching(tenant, criteria, after, upTo, EVENTS_AT_A_TIME)
                .thenCompose(
                        page -> {
                            page.commits().forEach(commit -> collect(commit, upTo, changes));
                            return page.scannedTo() < upTo && page.scannedTo() > after
                                    ? collected(tenant, criteria, page.scannedTo(), upTo, changes)
                                    : CompletableFuture.completedFuture(null);
                        });
    }

    private void collect(Commit commit, long upTo, Map<String, List<Change>> changes) {
        for (int i = 0; i < commit.events().size(); i++) {
            StoredEvent event = commit.events().get(i);
            if (!TYPES.contains(event.name()) || commit.header().position() + i > upTo) {
                continue;
            }
            long sequence = commit.header().tenantSequence() + i;
            switch (payloads.apply(event)) {
                case ContractRegistered registered ->
                        add(
                                changes,
                                registered.contractId(),
                                sequence,
                                registered.departmentCode());
                case ContractTransferredToDepartment transferred ->
                        add(changes, transferred.contractId(), sequence, transferred.to());
                default -> throw new IllegalStateException("not asked for: " + event);
            }
        }
    }

    private static void add(
            Map<String, List<Change>> changes,
            ContractId contract,
            long sequence,
            DepartmentCode department) {
        changes.computeIfAbsent(contract.value(), first -> new ArrayList<>())
                .add(new Change(sequence, department));
    }

    private ContractTimeline known(String tenant, String contract) {
        ContractTimeline timeline = known.getIfPresent(new Key(tenant, contract));
        return timeline == null ? ContractTimeline.UNKNOWN : timeline;
    }

    private static ContractTimeline known(Map<String, ContractTimeline> found, String contract) {
        return found.getOrDefault(contract, ContractTimeline.UNKNOWN);
    }
}
