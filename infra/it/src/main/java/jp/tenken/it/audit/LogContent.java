package jp.tenken.it.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.kernel.MetadataKeys;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.runtime.json.CataloguedPayloads;
import jp.tenken.runtime.json.PayloadJson;
import org.jspecify.annotations.Nullable;

/** All that a log holds, read from its beginning to its end. Immutable after reading. */
public final class LogContent {

    private static final int PAGE = 2_000;

    private final List<Commit> commits = new ArrayList<>();
    private final Map<String, List<Recorded>> byMark = new HashMap<>();
    private final Map<String, List<Recorded>> decisions = new LinkedHashMap<>();

    private LogContent() {}

    /** Reads a log. */
    public static LogContent of(CommitLog log) {
        LogContent content = new LogContent();
        CataloguedPayloads payloads = new CataloguedPayloads(new PayloadJson(), Upcasters.NONE);
        long head = Await.value(log.head());
        long position = 0;
        while (position < head) {
            CommitPage page = Await.value(log.read(position, head, PAGE));
            if (page.commits().isEmpty()) {
                throw new IllegalStateException(
                        "the log ends at %d and shows nothing behind %d".formatted(head, position));
            }
            page.commits().forEach(commit -> content.add(commit, payloads));
            position = page.commits().getLast().header().lastPosition();
        }
        return content;
    }

    /** In the order of the log. */
    public List<Commit> commits() {
        return commits;
    }

    /** Number of events, by the last position. */
    public long events() {
        return commits.isEmpty() ? 0 : commits.getLast().header().lastPosition();
    }

    /** Everything with a mark, by it. */
    public Map<String, List<Recorded>> byMark() {
        return byMark;
    }

    /** The decisions on each contract in the order of the log, by tenant and contract. */
    public Map<String, List<Recorded>> decisions() {
        return decisions;
    }

    /** The decisions on a contract in the order of the log. */
    public List<Recorded> decisions(String tenant, String contract) {
        return decisions.getOrDefault(place(tenant, contract), List.of());
    }

    /** The last sequence of a tenant; 0 when it has none. */
    public long lastSequence(String tenant) {
        for (Commit commit : commits.reversed()) {
            if (commit.header().tenant().equals(tenant)) {
                return commit.header().lastTenantSequence();
            }
        }
        return 0;
    }

    private static String place(String tenant, String contract) {
        return tenant + "/" + contract;
    }

    private void add(Commit commit, CataloguedPayloads payloads) {
        commits.add(commit);
        for (StoredEvent event : commit.events()) {
            Recorded recorded = recorded(commit, event, payloads.decode(event));
            if (recorded == null) {
                continue;
            }
            if (!recorded.mark().isEmpty()) {
                byMark.computeIfAbsent(recorded.mark(), mark -> new ArrayList<>()).add(recorded);
            }
            if (recorded.item() != null) {
                decisions
                        .computeIfAbsent(
                                place(recorded.tenant(), recorded.contract()),
                                contract -> new ArrayList<>())
                        .add(recorded);
            }
        }
    }

    private static @Nullable Recorded recorded(Commit commit, StoredEvent event, Object payload) {
        String tenant = commit.header().tenant();
        long sequence = commit.header().lastTenantSequence();
        long version =
                Long.parseLong(
                        Objects.requireNonNullElse(
                                event.metadata().get(MetadataKeys.RESOURCE_VERSION), "-1"));
        return switch (payload) {
            case ItemDecided decided ->
                    new Recorded(
                            tenant,
                            sequence,
                            decided.contractId().value(),
                            decided.itemCode().value(),
                            Objects.requireNonNullElse(decided.note(), ""),
                            decided.answer().value(),
                            decided.reason(),
                            version);
            case ItemDecisionRevised revised ->
                    new Recorded(
                            tenant,
                            sequence,
                            revised.contractId().value(),
                            revised.itemCode().value(),
                            Objects.requireNonNullElse(revised.note(), ""),
                            revised.to().answer().value(),
                            revised.to().reason(),
                            version);
            case ContractRegistered registered ->
                    new Recorded(
                            tenant,
                            sequence,
                            registered.contractId().value(),
                            null,
                            registered.contractNumber(),
                            "",
                            null,
                            version);
            default -> null;
        };
    }
}
