package jp.tenken.command.contract.closecontract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.contract.Contract;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.contract.ClosureKind;
import jp.tenken.kernel.contract.ContractClosed;
import org.junit.jupiter.api.Test;

class CloseContractTest {

    private static final Contract OPEN =
            Folded.into(new Contract(), Given.registered(), Given.opened());
    private static final Contract CLOSED = Folded.into(OPEN, Given.closed());

    @Test
    void aContractIsClosedInEveryWayButOnce() {
        LocalDate day = LocalDate.parse("2027-03-31");
        for (ClosureKind kind : ClosureKind.values()) {
            CloseContract close =
                    new CloseContract(Given.CONTRACT, kind, day, " ", Given.STAFF, 1L);

            Decision decision = CloseContractHandler.decide(close, OPEN);

            assertThat(decision)
                    .isEqualTo(
                            new Decision(
                                    "c-1",
                                    2,
                                    List.of(new ContractClosed(Given.CONTRACT, kind, day, null))));
            CloseContract again =
                    new CloseContract(Given.CONTRACT, kind, day, null, Given.STAFF, null);
            Rejected.as(
                    Rejection.Kind.CONFLICT,
                    "contract-closed",
                    () -> CloseContractHandler.decide(again, CLOSED));
        }
    }

    @Test
    void aClosedContractIsStillOnlyForItsOwn() {
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () ->
                        CloseContractHandler.decide(
                                new CloseContract(
                                        Given.CONTRACT,
                                        ClosureKind.COMPLETED,
                                        LocalDate.parse("2027-03-31"),
                                        null,
                                        Given.OTHER_STAFF,
                                        null),
                                CLOSED));
    }
}
