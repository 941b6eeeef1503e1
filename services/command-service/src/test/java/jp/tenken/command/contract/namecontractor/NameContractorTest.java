package jp.tenken.command.contract.namecontractor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.kernel.contract.CorporateNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NameContractorTest {

    private static final ContractorId ID = ContractorId.of("k-1");
    private static final CorporateNumber NUMBER = CorporateNumber.of("1180301018771");
    private static final NameContractorHandler.State READY =
            new NameContractorHandler.State().evolve(Given.onboarded());

    @Test
    void aContractorIsNamedAndTheSameNameAgainIsNoNews() {
        ContractorNamed named = new ContractorNamed(ID, "株式会社例示", null);

        assertThat(decide("株式会社例示", null, READY))
                .isEqualTo(new Decision("k-1", 1, List.of(named)).telling("created", "true"));
        assertThat(decide("株式会社例示", 1L, READY.evolve(named)))
                .isEqualTo(Decision.withoutEffect("k-1", 1));
        assertThat(decide("株式会社新例示", 1L, READY.evolve(named)).version()).isEqualTo(2);
    }

    @Test
    void whoIsKnownFromAContractIsNamedForTheFirstTimeAndNotCreated() {
        ContractRegistered contract = Given.registered();
        ContractorId known = contract.contractor().contractorId();

        Decision decision =
                NameContractorHandler.decide(
                        new NameContractor(known, "株式会社新例示", null, null), READY.evolve(contract));

        assertThat(decision)
                .isEqualTo(
                        new Decision(
                                known.value(),
                                1,
                                List.of(new ContractorNamed(known, "株式会社新例示", null))));
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

    @Test
    void aCorporateNumberBelongsToOneContractorUntilThatOneGivesItUp() {
        ContractorId other = ContractorId.of("k-2");
        NameContractorHandler.State taken = READY.evolve(new ContractorNamed(other, "乙社", NUMBER));

        Rejected.as(Rejection.Kind.CONFLICT, "corporate-number-taken", () -> withNumber(ID, taken))
                .satisfies(no -> assertThat(no.parameters()).containsEntry("contractorId", "k-2"));
        assertThat(withNumber(other, taken).version()).isEqualTo(2);
        assertThat(withNumber(ID, taken.evolve(new ContractorNamed(other, "乙社", null))).events())
                .hasSize(1);
    }

    @Test
    void aNumberThatIsKnownFromAContractBelongsToThatContractsContractor() {
        ContractorId derived = ContractorId.ofCorporateNumber(NUMBER.value());
        ContractRegistered of = Given.registered();
        NameContractorHandler.State contracted =
                READY.evolve(
                        new ContractRegistered(
                                of.contractId(),
                                of.contractNumber(),
                                of.title(),
                                of.departmentCode(),
                                List.of(),
                                new Contractor(derived, "乙社", NUMBER),
                                of.period()));

        Rejected.as(
                Rejection.Kind.CONFLICT,
                "corporate-number-taken",
                () -> withNumber(ID, contracted));
        assertThat(withNumber(derived, contracted).events()).hasSize(1);
        assertThat(
                        withNumber(ID, contracted.evolve(new ContractorNamed(derived, "乙社", null)))
                                .events())
                .as("it turned out to be another's")
                .hasSize(1);
    }

    private static Decision withNumber(ContractorId id, NameContractorHandler.State state) {
        return NameContractorHandler.decide(new NameContractor(id, "甲社", NUMBER, null), state);
    }

    private static Decision decide(
            String name, @Nullable Long expected, NameContractorHandler.State state) {
        return NameContractorHandler.decide(new NameContractor(ID, name, null, expected), state);
    }
}
