package jp.tenken.command.consultation.withdrawconsultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.consultation.Consultation;
import jp.tenken.command.consultation.Consulted;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.consultation.ConsultationWithdrawn;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;
import org.junit.jupiter.api.Test;

class WithdrawConsultationTest {

    @Test
    void onlyTheSideThatOpenedItGivesItUp() {
        Consultation ofContractor =
                Folded.into(
                        new Consultation(),
                        Consulted.opened(Topic.MEASURE_CHANGE, Side.CONTRACTOR));

        assertThat(decide(Given.STAFF, Consulted.open()))
                .isEqualTo(
                        new Decision(
                                "con-1",
                                2,
                                List.of(
                                        new ConsultationWithdrawn(
                                                Consulted.ID, Given.CONTRACT, null))));
        assertThat(decide(Consulted.AS_CONTRACTOR, ofContractor).events()).hasSize(1);
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "consultation-of-other-side",
                () -> decide(Consulted.AS_CONTRACTOR, Consulted.open()));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "consultation-of-other-side",
                () -> decide(Scope.whole(), ofContractor));
    }

    @Test
    void itMayBeGivenUpAfterTheContractsEnd() {
        assertThat(
                        WithdrawConsultationHandler.decide(
                                        new WithdrawConsultation(
                                                Consulted.ID, null, Given.STAFF, 1L),
                                        Consulted.open(),
                                        Consulted.contract(Given.closed()))
                                .events())
                .hasSize(1);
    }

    private static Decision decide(Scope scope, Consultation state) {
        return WithdrawConsultationHandler.decide(
                new WithdrawConsultation(Consulted.ID, null, scope, null),
                state,
                Consulted.contract());
    }
}
