package jp.tenken.command.contract.transfercontract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.contract.Contract;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import org.junit.jupiter.api.Test;

class TransferContractTest {

    private static final Contract OPEN =
            Folded.into(new Contract(), Given.registered(), Given.opened());
    private static final Contract CLOSED = Folded.into(OPEN, Given.closed());

    private static final LocalDate DAY = LocalDate.parse("2026-10-01");
    private static final Contract READY =
            Folded.into(OPEN, Given.established(Given.OTHER_DEPARTMENT));
    private static final ContractTransferredToDepartment TRANSFERRED =
            new ContractTransferredToDepartment(
                    Given.CONTRACT, Given.DEPARTMENT, Given.OTHER_DEPARTMENT, DAY, "組織改正");

    @Test
    void anotherDepartmentTakesChargeAndTheFormerOneIsOutOfIt() {
        Decision decision = decide(Given.OTHER_DEPARTMENT, READY);

        assertThat(decision).isEqualTo(new Decision("c-1", 2, List.of(TRANSFERRED)));
        Contract then = Folded.into(READY, TRANSFERRED);
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> decide(Given.OTHER_DEPARTMENT, then));
        assertThat(then.runningFor(Given.OTHER_STAFF, 2L).inCharge())
                .isEqualTo(Given.OTHER_DEPARTMENT);
    }

    @Test
    void whoTakesChargeDoesNotParticipateAnyMore() {
        Contract participating =
                Folded.into(
                        READY,
                        new ParticipatingDepartmentsSet(
                                Given.CONTRACT, List.of(Given.OTHER_DEPARTMENT)));

        assertThat(decide(Given.OTHER_DEPARTMENT, participating).events())
                .containsExactly(
                        TRANSFERRED, new ParticipatingDepartmentsSet(Given.CONTRACT, List.of()));
    }

    @Test
    void theTransferAloneEndsThePartThatTheDepartmentHad() {
        Contract transferred =
                Folded.into(
                        READY,
                        new ParticipatingDepartmentsSet(
                                Given.CONTRACT,
                                List.of(Given.OTHER_DEPARTMENT, DepartmentCode.of("0103"))),
                        TRANSFERRED);

        assertThat(transferred.runningFor(Given.OTHER_STAFF, 3L).departments())
                .containsExactly(Given.OTHER_DEPARTMENT, DepartmentCode.of("0103"));
    }

    @Test
    void theDepartmentInChargeTakingChargeIsNoNews() {
        assertThat(decide(Given.DEPARTMENT, Folded.into(OPEN, Given.established(Given.DEPARTMENT))))
                .isEqualTo(Decision.withoutEffect("c-1", 1));
    }

    @Test
    void anUnknownDepartmentAndAClosedContractAreRefused() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "department-unknown",
                () -> decide(Given.OTHER_DEPARTMENT, OPEN));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "contract-closed",
                () -> decide(Given.OTHER_DEPARTMENT, CLOSED));
    }

    private static Decision decide(DepartmentCode to, Contract state) {
        return TransferContractHandler.decide(
                new TransferContract(Given.CONTRACT, to, DAY, "組織改正", Given.STAFF, null), state);
    }
}
