package jp.tenken.kernel.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.contract.ContractFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuggestedSituationsTest {

    private static final ContractFacts SPECIAL_CARE =
            new ContractFacts(
                    null, null, true, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null);

    private static IncidentContract contract(String id, @Nullable Integer persons) {
        return new IncidentContract(ContractId.of(id), persons);
    }

    @Test
    void nothingKnownSuggestsNothing() {
        assertThat(
                        SuggestedSituations.of(
                                Incidents.facts(),
                                List.of(contract("c-1", null)),
                                List.of(ContractFacts.NONE)))
                .isEmpty();
    }

    @Test
    void personsAddUpOverAllContracts() {
        List<ContractFacts> none = List.of();

        assertThat(
                        SuggestedSituations.of(
                                Incidents.facts(),
                                List.of(contract("c-1", 60), contract("c-2", 41)),
                                none))
                .containsExactly(ReportableSituation.MORE_THAN_100_PERSONS);
        assertThat(
                        SuggestedSituations.of(
                                Incidents.facts(),
                                List.of(contract("c-1", 60), contract("c-2", 40)),
                                none))
                .as("100 are not more than 100")
                .isEmpty();
    }

    @Test
    void sumsDoNotOverflow() {
        assertThat(
                        SuggestedSituations.of(
                                Incidents.facts(),
                                List.of(
                                        contract("c-1", Integer.MAX_VALUE),
                                        contract("c-2", Integer.MAX_VALUE)),
                                List.of()))
                .containsExactly(ReportableSituation.MORE_THAN_100_PERSONS);
    }

    @Test
    void specialCareInformationOfOneContractIsEnough() {
        assertThat(
                        SuggestedSituations.of(
                                Incidents.facts(false),
                                List.of(contract("c-1", 1), contract("c-2", 200)),
                                List.of(ContractFacts.NONE, SPECIAL_CARE)))
                .containsExactly(
                        ReportableSituation.SPECIAL_CARE_INFORMATION,
                        ReportableSituation.MORE_THAN_100_PERSONS);
    }

    @Test
    void whatWasEncryptedIsNoneOfThem() {
        assertThat(
                        SuggestedSituations.of(
                                Incidents.facts(true),
                                List.of(contract("c-1", 5_000)),
                                List.of(SPECIAL_CARE)))
                .isEmpty();
    }
}
