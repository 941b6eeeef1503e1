package jp.tenken.query.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import jp.tenken.kernel.contract.ContractFacts;
import org.jspecify.annotations.Nullable;

/**
 * Which items of the built-in checklist are answered by which facts of the contract: those that
 * make an item －, and those with which its answer is compared. When one of them changes, what was
 * decided before has to be looked at again.
 */
public final class FactDependencies {

    /** The item that follows the policies themselves: any new edition touches it. */
    public static final String POLICY_ITEM = "OPS-01";

    private static final Map<String, List<Function<ContractFacts, @Nullable Object>>> FACTS =
            Map.ofEntries(
                    Map.entry(POLICY_ITEM, List.of(ContractFacts::usesCloudService)),
                    Map.entry(
                            "OPS-05",
                            List.of(
                                    ContractFacts::contractorCreatesData,
                                    ContractFacts::mediaElectronicPortable,
                                    ContractFacts::wardPremisesOnly)),
                    Map.entry(
                            "OPS-06",
                            List.of(
                                    ContractFacts::transferHandDelivery,
                                    ContractFacts::mediaPaper,
                                    ContractFacts::mediaElectronicPortable)),
                    Map.entry(
                            "OPS-07",
                            List.of(
                                    ContractFacts::mediaPaper,
                                    ContractFacts::mediaElectronicPortable,
                                    ContractFacts::transferHandDelivery,
                                    ContractFacts::transferOnline)),
                    Map.entry(
                            "OPS-08",
                            List.of(
                                    ContractFacts::mediaPaper,
                                    ContractFacts::mediaElectronicPortable,
                                    ContractFacts::contractorStoresData,
                                    ContractFacts::wardPremisesOnly)),
                    Map.entry(
                            "OPS-09",
                            List.of(
                                    ContractFacts::contractorStoresData,
                                    ContractFacts::mediaPaper,
                                    ContractFacts::mediaElectronicPortable)),
                    Map.entry("SYS-01", List.of(ContractFacts::usesNetwork)),
                    Map.entry("SYS-02", List.of(ContractFacts::usesNetwork)),
                    Map.entry(
                            "SYS-03",
                            List.of(ContractFacts::usesNetwork, ContractFacts::transferOnline)),
                    Map.entry("SYS-04", List.of(ContractFacts::usesInformationSystem)),
                    Map.entry("SYS-05", List.of(ContractFacts::usesInformationSystem)),
                    Map.entry("SYS-06", List.of(ContractFacts::usesInformationSystem)),
                    Map.entry("SYS-07", List.of(ContractFacts::contractorStoresData)),
                    Map.entry("SYS-08", List.of(ContractFacts::usesInformationSystem)),
                    Map.entry("SYS-09", List.of(ContractFacts::providesServer)),
                    Map.entry("SYS-10", List.of(ContractFacts::wardPremisesOnly)),
                    Map.entry(
                            "SYS-11",
                            List.of(
                                    ContractFacts::providesServer,
                                    ContractFacts::usesCloudService,
                                    ContractFacts::serverCountry,
                                    ContractFacts::governingLaw)),
                    Map.entry("SYS-12", List.of(ContractFacts::remoteBuildOrMaintenance)),
                    Map.entry("SYS-13", List.of(ContractFacts::remoteBuildOrMaintenance)));

    private FactDependencies() {}

    /**
     * Codes of the items whose facts differ. A fact that is said for the first time differs from
     * one that nobody said: what was decided without knowing it has to be looked at again, too.
     */
    public static Set<String> touched(ContractFacts before, ContractFacts after) {
        Set<String> touched = new TreeSet<>();
        FACTS.forEach(
                (item, facts) -> {
                    if (facts.stream()
                            .anyMatch(
                                    fact ->
                                            !Objects.equals(
                                                    fact.apply(before), fact.apply(after)))) {
                        touched.add(item);
                    }
                });
        return touched;
    }
}
