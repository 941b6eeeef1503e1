package jp.tenken.command.contract.amendcontract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.contract.Contract;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Violation;
import jp.tenken.kernel.contract.ContractAmended;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import jp.tenken.kernel.contract.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AmendContractTest {

    private static final Contract OPEN =
            Folded.into(new Contract(), Given.registered(), Given.opened());
    private static final Contract CLOSED = Folded.into(OPEN, Given.closed());

    private static final Contract READY =
            Folded.into(OPEN, Given.established(Given.OTHER_DEPARTMENT));

    @Test
    void whatIsNotSaidStays() {
        assertThat(decide(null, "新しい件名", null, null, OPEN))
                .isEqualTo(
                        new Decision(
                                "c-1",
                                2,
                                List.of(
                                        new ContractAmended(
                                                Given.CONTRACT,
                                                "R8-0123",
                                                "新しい件名",
                                                Given.PERIOD,
                                                "契約変更"))));
    }

    @Test
    void anAmendmentThatChangesNothingIsNoNews() {
        assertThat(decide("R8-0123", null, Given.PERIOD, List.of(Given.DEPARTMENT), OPEN))
                .isEqualTo(Decision.withoutEffect("c-1", 1));
    }

    @Test
    void otherDepartmentsTakePartAndTheReasonIsKept() {
        Decision decision =
                decide(
                        null,
                        null,
                        null,
                        List.of(Given.OTHER_DEPARTMENT, Given.DEPARTMENT, Given.OTHER_DEPARTMENT),
                        READY);

        assertThat(decision.version()).isEqualTo(3);
        assertThat(decision.events()).hasSize(2);
        assertThat(decision.events().getFirst())
                .isInstanceOfSatisfying(
                        ContractAmended.class,
                        event -> assertThat(event.reason()).isEqualTo("契約変更"));
        assertThat(decision.events().getLast())
                .isEqualTo(
                        new ParticipatingDepartmentsSet(
                                Given.CONTRACT, List.of(Given.OTHER_DEPARTMENT)));
        Contract then = Folded.into(READY, decision.events().toArray());
        assertThat(then.runningFor(Given.OTHER_STAFF, null).participating())
                .containsExactly(Given.OTHER_DEPARTMENT);
    }

    @Test
    void aDepartmentThatTheMunicipalityDoesNotHaveCannotTakePart() {
        Rejected.as(
                        Rejection.Kind.INVALID,
                        "department-unknown",
                        () -> decide(null, null, null, List.of(Given.OTHER_DEPARTMENT), OPEN))
                .satisfies(
                        no ->
                                assertThat(no.violations())
                                        .extracting(Violation::field)
                                        .containsExactly("participatingDepartmentCodes"));
    }

    @Test
    void aReasonIsNeededAndAClosedContractIsLeftAlone() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "text-required",
                () ->
                        new AmendContract(
                                Given.CONTRACT, null, "件名", null, null, " ", Given.STAFF, null));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "contract-closed",
                () -> decide(null, "件名", null, null, CLOSED));
    }

    private static Decision decide(
            @Nullable String number,
            @Nullable String title,
            @Nullable Period period,
            @Nullable List<DepartmentCode> participating,
            Contract state) {
        return AmendContractHandler.decide(
                new AmendContract(
                        Given.CONTRACT,
                        number,
                        title,
                        period,
                        participating,
                        "契約変更",
                        Given.STAFF,
                        null),
                state);
    }
}
