package jp.tenken.command.consultation.refuseconsultation;

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
import jp.tenken.kernel.consultation.ConsultationRefused;
import jp.tenken.kernel.consultation.ConsultationWithdrawn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefuseConsultationTest {

    private static final ConsultationRefused REFUSED =
            new ConsultationRefused(Consulted.ID, Given.CONTRACT, Given.SEALED);

    @Test
    void itIsRefusedWithAReasonAndThenSettled() {
        assertThat(decide(Given.STAFF, 1L, Consulted.open()))
                .isEqualTo(new Decision("con-1", 2, List.of(REFUSED)));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "consultation-not-open",
                () -> decide(Given.STAFF, null, Folded.into(Consulted.open(), REFUSED)));
    }

    @Test
    void whatWasGivenUpOrClosedIsNotRefused() {
        Consultation withdrawn =
                Folded.into(
                        Consulted.open(),
                        new ConsultationWithdrawn(Consulted.ID, Given.CONTRACT, null));
        for (Consultation over : List.of(withdrawn, Consulted.closed())) {
            Rejected.as(
                    Rejection.Kind.CONFLICT,
                    "consultation-not-open",
                    () -> decide(Scope.whole(), null, over));
        }
    }

    @Test
    void itMayBeRefusedAfterTheContractsEnd() {
        assertThat(
                        RefuseConsultationHandler.decide(
                                        command(Scope.whole(), null),
                                        Consulted.open(),
                                        Consulted.contract(Given.closed()))
                                .events())
                .containsExactly(REFUSED);
    }

    @Test
    void whoDoesNotBelongToTheContractOrSawAnOlderStateIsRefused() {
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "consultation-not-found",
                () -> decide(Scope.whole(), null, new Consultation()));
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> decide(Given.OTHER_STAFF, null, Consulted.open()));
        Rejected.as(
                Rejection.Kind.STALE,
                "version-stale",
                () -> decide(Given.STAFF, 7L, Consulted.open()));
    }

    private static RefuseConsultation command(Scope scope, @Nullable Long expected) {
        return new RefuseConsultation(Consulted.ID, Given.SEALED, scope, expected);
    }

    private static Decision decide(Scope scope, @Nullable Long expected, Consultation state) {
        return RefuseConsultationHandler.decide(
                command(scope, expected), state, Consulted.contract());
    }
}
