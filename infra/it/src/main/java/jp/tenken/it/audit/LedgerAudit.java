package jp.tenken.it.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.Write.Acknowledged;
import jp.tenken.it.audit.Write.Refused;
import jp.tenken.it.audit.Write.Unknown;

/**
 * Whether a log keeps what the clients were told: everything acknowledged is there, once, in order
 * and as it was said; nothing refused is there; what nobody knows of is there at most once; and
 * nothing is there for which nobody asked.
 *
 * @param ledger what the clients remember
 * @param findings hears of every difference
 */
public record LedgerAudit(Ledger ledger, Findings findings) {

    private record Placed(Write write, long sequence) {}

    /** Compares memory and log. */
    public void check(LogContent content) {
        Map<Integer, List<Placed>> byClient = new HashMap<>();
        Map<String, List<Placed>> byTenant = new HashMap<>();
        for (Write write : ledger.all()) {
            List<Recorded> found = content.byMark().getOrDefault(write.mark(), List.of());
            count(write, found);
            if (found.size() == 1) {
                Placed placed = new Placed(write, found.getFirst().sequence());
                byTenant.computeIfAbsent(write.town().tenant(), t -> new ArrayList<>()).add(placed);
                if (write.outcome() instanceof Acknowledged acknowledged) {
                    compare(write, acknowledged, found.getFirst());
                    byClient.computeIfAbsent(write.client(), c -> new ArrayList<>()).add(placed);
                }
            }
        }
        byClient.values().forEach(this::inOrderOfAnswers);
        byTenant.values().forEach(this::asIfOneAfterTheOther);
        content.decisions().values().forEach(this::versionsDense);
        content.byMark().values().stream().flatMap(List::stream).forEach(this::askedFor);
    }

    private void count(Write write, List<Recorded> found) {
        if (found.size() > 1) {
            findings.add(Kind.DOUBLED, write + " is there as " + found);
        }
        if (found.isEmpty() && write.outcome() instanceof Acknowledged) {
            findings.add(Kind.LOST, write.toString());
        }
        if (!found.isEmpty() && write.outcome() instanceof Refused) {
            findings.add(Kind.ALTERED, "refused, but there: " + write);
        }
    }

    private void compare(Write write, Acknowledged acknowledged, Recorded recorded) {
        if (recorded.sequence() != acknowledged.sequence()) {
            findings.add(Kind.REORDERED, "%s stands at %d".formatted(write, recorded.sequence()));
        }
        boolean same =
                recorded.tenant().equals(write.town().tenant())
                        && recorded.version() == acknowledged.version()
                        && (write.decides()
                                ? sameDecision(write, recorded)
                                : recorded.contract().equals(acknowledged.id()));
        if (!same) {
            findings.add(Kind.ALTERED, "%s stands as %s".formatted(write, recorded));
        }
    }

    private static boolean sameDecision(Write write, Recorded recorded) {
        return recorded.contract().equals(write.contract())
                && Objects.equals(recorded.item(), write.item())
                && recorded.answer().equals(write.answer())
                && Objects.equals(recorded.reason(), write.reason());
    }

    /** Who waits for an answer before asking the next sees its own writes in that order. */
    private void inOrderOfAnswers(List<Placed> writes) {
        List<Placed> asked =
                writes.stream()
                        .sorted(Comparator.comparingLong(placed -> placed.write().sentNanos()))
                        .toList();
        for (int i = 1; i < asked.size(); i++) {
            if (asked.get(i).sequence() <= asked.get(i - 1).sequence()) {
                findings.add(
                        Kind.REORDERED,
                        "%s stands before %s".formatted(asked.get(i), asked.get(i - 1)));
            }
        }
    }

    /** What was answered before another was asked stands before it, whoever asked. */
    private void asIfOneAfterTheOther(List<Placed> writes) {
        List<Placed> fromTheEnd =
                writes.stream()
                        .sorted(Comparator.comparingLong(Placed::sequence).reversed())
                        .toList();
        Placed earliest = null;
        for (Placed placed : fromTheEnd) {
            if (earliest != null && answered(earliest) < placed.write().sentNanos()) {
                findings.add(
                        Kind.REORDERED,
                        "%s was answered before %s was asked".formatted(earliest, placed));
            }
            if (earliest == null || answered(placed) < answered(earliest)) {
                earliest = placed;
            }
        }
    }

    private static long answered(Placed placed) {
        return placed.write().outcome() instanceof Acknowledged acknowledged
                ? acknowledged.answeredNanos()
                : Long.MAX_VALUE;
    }

    /** The n-th decision on an item is version n. */
    private void versionsDense(List<Recorded> decisions) {
        Map<String, Long> versions = new HashMap<>();
        for (Recorded decision : decisions) {
            // An import is one commit about the checklist: its events carry the checklist's
            // version.
            if (decision.mark().isEmpty()) {
                continue;
            }
            long expected = versions.merge(Objects.requireNonNull(decision.item()), 1L, Long::sum);
            if (decision.version() != expected) {
                findings.add(Kind.ALTERED, "%s should be version %d".formatted(decision, expected));
            }
        }
    }

    private void askedFor(Recorded recorded) {
        if (recorded.mark().matches("c[0-9]{2}-[0-9]{6}")) {
            Write write = ledger.find(recorded.mark());
            if (write == null) {
                findings.add(Kind.ALTERED, "nobody asked for " + recorded);
            }
        }
    }

    /** How many of these are in the log. */
    public static long there(List<Write> writes, LogContent content) {
        return writes.stream()
                .filter(write -> write.outcome() instanceof Unknown)
                .filter(write -> content.byMark().containsKey(write.mark()))
                .count();
    }
}
