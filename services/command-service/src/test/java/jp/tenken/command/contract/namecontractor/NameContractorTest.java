package jp.tenken.command.contract.namecontractor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.contract.ContractorNamed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NameContractorTest {

    private static final ContractorId ID = ContractorId.of("k-1");
    private static final NameContractorHandler.State READY =
            new NameContractorHandler.State().evolve(Given.onboarded());

    @Test
    void aContractorIsNamedAndTheSameNameAgainIsNoNews() {
        ContractorNamed named = new ContractorNamed(ID, "株式会社例示", null);

        assertThat(decide("株式会社例示", null, READY)).isEqualTo(new Decision("k-1", 1, List.of(named)));
        assertThat(decide("株式会社例示", 1L, READY.evolve(named)))
                .isEqualTo(Decision.withoutEffect("k-1", 1));
        assertThat(decide("株式会社新例示", 1L, READY.evolve(named)).version()).isEqualTo(2);
    }

    @Test
    void anOlderVersionIsStaleAndWithoutAMunicipalityThereIsNothing() {
        Rejected.as(Rejection.Kind.STALE, "version-stale", () -> decide("甲社", 1L, READY));
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "municipality-not-found",
                () -> decide("甲社", null, new NameContractorHandler.State()));
        Rejected.as(Rejection.Kind.INVALID, "text-required", () -> decide(" ", null, READY));
    }

    private static Decision decide(
            String name, @Nullable Long expected, NameContractorHandler.State state) {
        return NameContractorHandler.decide(new NameContractor(ID, name, null, expected), state);
    }
}
