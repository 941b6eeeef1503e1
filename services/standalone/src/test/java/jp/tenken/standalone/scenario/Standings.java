package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How the contracts of a story stand in the eyes of the people in it, and what follows from that
 * for whoever looks at several of them together.
 *
 * <p>A reason is written as the status that it gives, followed by its items: {@code stale SYS-11}.
 */
final class Standings {

    /** Every status, the worst one first. */
    static final List<String> STATUSES =
            List.of(
                    "incident_open",
                    "overdue",
                    "consultation_open",
                    "undecided_items",
                    "stale",
                    "evidence_missing",
                    "in_order",
                    "closed");

    private static final int ITEMS = Town.ITEMS.size();

    private final Map<Contract, List<String>> reasons = new LinkedHashMap<>();

    /** From now on a contract stands like this, for exactly these reasons, the worst one first. */
    void stands(Contract contract, List<String> because) {
        reasons.put(contract, because);
    }

    /** The contracts. */
    Collection<Contract> contracts() {
        return reasons.keySet();
    }

    /** Those of a department. */
    List<Contract> of(String department) {
        return contracts().stream().filter(each -> each.department().equals(department)).toList();
    }

    /** Why a contract stands as it does. */
    List<String> reasons(Contract contract) {
        return Objects.requireNonNull(reasons.get(contract), contract.id());
    }

    /** The status of a contract: its worst reason's. */
    String status(Contract contract) {
        return word(reasons(contract).getFirst());
    }

    /** The items that a contract has by a reason, in the order of their codes. */
    List<String> items(Contract contract, String status) {
        return reasons(contract).stream()
                .filter(reason -> word(reason).equals(status))
                .flatMap(reason -> Stream.of(reason.split(" ")).skip(1))
                .sorted()
                .toList();
    }

    /** The contracts that have a reason of this status, be it the worst or not. */
    List<Contract> with(String status) {
        return contracts().stream().filter(each -> has(each, status)).toList();
    }

    /** One contract, as a list or its own page shows it. */
    void isSeenIn(String where, JsonNode answer, Contract contract) {
        assertThat(answer.path("status").asString()).as(where).isEqualTo(status(contract));
        assertThat(words(answer)).as(where).isEqualTo(reasons(contract));
    }

    /** Several contracts, as a page shows them that sums them up. */
    void areSeenIn(String where, JsonNode answer, Collection<Contract> summed) {
        assertThat(answer.path("status").asString()).as(where).isEqualTo(worst(summed));
        List<String> named = words(answer);
        assertThat(named)
                .as(where)
                .isSortedAccordingTo(Comparator.comparing(each -> STATUSES.indexOf(word(each))));
        List<String> withContracts = new ArrayList<>();
        answer.path("reasons")
                .forEach(each -> withContracts.add(each.path("contractId").asString()));
        assertThat(pairs(withContracts, named))
                .as(where)
                .containsExactlyInAnyOrderElementsOf(troubles(summed));
        assertThat(answer.path("moreReasons").asInt()).as(where).isZero();
        areCountedIn(where, answer.path("counts"), summed);
    }

    /** Several contracts, as they are counted. */
    void areCountedIn(String where, JsonNode counts, Collection<Contract> counted) {
        assertThat(counts.path("contracts").asInt()).as(where).isEqualTo(counted.size());
        for (String status : STATUSES) {
            assertThat(counts.path("statuses").path(status).asInt(-1))
                    .as(where + ": " + status)
                    .isEqualTo(counted.stream().filter(c -> status(c).equals(status)).count());
        }
        // No story knows more than one incident, and one over several contracts counts once.
        boolean incident = counted.stream().anyMatch(each -> has(each, "incident_open"));
        assertThat(counts.path("openIncidents").asInt()).as(where).isEqualTo(incident ? 1 : 0);
        assertThat(counts.path("openConsultations").asLong())
                .as(where)
                .isEqualTo(
                        sum(
                                counted,
                                c ->
                                        reasons(c).stream()
                                                .filter(r -> word(r).equals("consultation_open"))
                                                .count()));
        JsonNode items = counts.path("items");
        long blank = sum(counted, c -> (long) items(c, "undecided_items").size());
        assertThat(items.path("total").asLong()).as(where).isEqualTo((long) ITEMS * counted.size());
        assertThat(items.path("undecided").asLong()).as(where).isEqualTo(blank);
        assertThat(items.path("decided").asLong())
                .as(where)
                .isEqualTo((long) ITEMS * counted.size() - blank);
        assertThat(items.path("stale").asLong())
                .as(where)
                .isEqualTo(sum(counted, c -> (long) items(c, "stale").size()));
    }

    /** The status of several contracts together: the worst one's. */
    String worst(Collection<Contract> summed) {
        return summed.stream()
                .map(this::status)
                .min(Comparator.comparing(STATUSES::indexOf))
                .orElse("in_order");
    }

    private boolean has(Contract contract, String status) {
        return reasons(contract).stream().anyMatch(reason -> word(reason).equals(status));
    }

    private List<String> troubles(Collection<Contract> summed) {
        return summed.stream()
                .flatMap(
                        each ->
                                reasons(each).stream()
                                        .filter(reason -> !word(reason).equals("in_order"))
                                        .map(reason -> each.id() + " " + reason))
                .toList();
    }

    /** The reasons in an answer, in the words of the stories. */
    private static List<String> words(JsonNode answer) {
        List<String> reasons = new ArrayList<>();
        for (JsonNode reason : answer.path("reasons")) {
            List<String> words = new ArrayList<>();
            words.add(reason.path("status").asString());
            reason.path("itemCodes").forEach(item -> words.add(item.asString()));
            assertThat(reason.path("eventIds").size()).as("%s is caused", reason).isPositive();
            reasons.add(String.join(" ", words));
        }
        return reasons;
    }

    private static List<String> pairs(List<String> contracts, List<String> reasons) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < reasons.size(); i++) {
            pairs.add(contracts.get(i) + " " + reasons.get(i));
        }
        return pairs;
    }

    private static long sum(Collection<Contract> contracts, Function<Contract, Long> number) {
        return contracts.stream().collect(Collectors.summingLong(number::apply));
    }

    private static String word(String reason) {
        return reason.replaceFirst(" .*", "");
    }
}
