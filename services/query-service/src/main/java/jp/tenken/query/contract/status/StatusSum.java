package jp.tenken.query.contract.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tenken.kernel.IncidentId;
import jp.tenken.query.contract.status.StatusSummary.Counts;
import jp.tenken.query.contract.status.StatusSummary.Items;
import jp.tenken.query.contract.status.StatusSummary.Reason;
import org.jspecify.annotations.Nullable;

/** Adds up contracts row by row. Not thread-safe. */
final class StatusSum {

    private static final Comparator<Reason> WORST_FIRST =
            Comparator.comparing(Reason::status)
                    .thenComparing(Reason::since)
                    .thenComparing(Reason::contractNumber)
                    .thenComparing(reason -> reason.contractId().value());

    private final List<Reason> reasons = new ArrayList<>();
    private final Map<ContractStatus, Integer> statuses = new TreeMap<>();
    private final Map<ContractStatus, Integer> reasonsFor = new TreeMap<>();
    private final Set<IncidentId> incidents = new HashSet<>();
    private @Nullable ContractStatus worst;
    private @Nullable Instant next;
    private int consultations;
    private int decided;
    private int total;
    private int stale;

    void add(ContractRow row, Instant instant) {
        StatusRule.Standing standing = StatusRule.statusAt(row, instant);
        ContractStatus status = standing.status();
        statuses.merge(status, 1, Integer::sum);
        standing.statuses().forEach(each -> reasonsFor.merge(each, 1, Integer::sum));
        worst = worst == null || status.compareTo(worst) < 0 ? status : worst;
        Instant change = standing.nextChangeAt();
        if (change != null && (next == null || change.isBefore(next))) {
            next = change;
        }
        for (StatusReason reason : standing.reasons()) {
            if (reason.status().compareTo(ContractStatus.IN_ORDER) < 0) {
                reasons.add(Reason.of(row, reason));
            }
        }
        row.matters().incidents().forEach(each -> incidents.add(each.incidentId()));
        consultations += row.matters().consultations().size();
        ItemStanding items = row.matters().items();
        if (items != null && row.profile().closure() == null) {
            decided += items.count();
            total += items.total();
            stale += items.decided().stale().size();
        }
    }

    private Counts counts(int contracts) {
        return new Counts(
                contracts,
                byWord(statuses),
                byWord(reasonsFor),
                incidents.size(),
                consultations,
                new Items(decided, total, total - decided, stale));
    }

    private static Map<String, Integer> byWord(Map<ContractStatus, Integer> of) {
        Map<String, Integer> byWord = new LinkedHashMap<>();
        for (ContractStatus status : ContractStatus.values()) {
            byWord.put(status.word(), of.getOrDefault(status, 0));
        }
        return byWord;
    }

    StatusSummary summary(int contracts, int limit) {
        reasons.sort(WORST_FIRST);
        int named = Math.min(limit, reasons.size());
        return new StatusSummary(
                worst == null ? ContractStatus.IN_ORDER : worst,
                List.copyOf(reasons.subList(0, named)),
                reasons.size() - named,
                counts(contracts),
                next);
    }
}
