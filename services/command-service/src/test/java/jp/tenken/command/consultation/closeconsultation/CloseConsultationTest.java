package jp.tenken.command.consultation.closeconsultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.consultation.Consultation;
import jp.tenken.command.consultation.Consulted;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationClosed;
import jp.tenken.kernel.consultation.ConsultationEvent;
import jp.tenken.kernel.consultation.ConsultationRefused;
import jp.tenken.kernel.consultation.ConsultationWithdrawn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CloseConsultationTest {

    @Test
    void anOpenOneIsClosedWithoutAnyOutcomeWithOrWithoutAWord() {
        for (SealedText comment : new @Nullable SealedText[] {null, Given.SEALED}) {
            assertThat(
                            CloseConsultationHandler.decide(
                                    new CloseConsultation(Consulted.ID, comment, Given.STAFF, 1L),
                                    Consulted.open(),
                                    Consulted.contract()))
                    .isEqualTo(
                            new Decision(
                                    "con-1",
                                    2,
                                    List.of(
                                            new ConsultationClosed(
                                                    Consulted.ID, Given.CONTRACT, comment))));
        }
    }

    @Test
    void whateverTheOutcomeItIsClosedOnceAndAlsoAfterTheContractsEnd() {
        List<ConsultationEvent> outcomes =
                List.of(
                        new ConsultationAgreed(
                                Consulted.ID,
                                Given.CONTRACT,
                                2,
                                Given.SEALED,
                                List.of(Consulted.ITEM),
                                LocalDate.parse("2026-10-01")),
                        new ConsultationRefused(Consulted.ID, Given.CONTRACT, Given.SEALED),
                        new ConsultationWithdrawn(Consulted.ID, Given.CONTRACT, null));
        for (ConsultationEvent outcome : outcomes) {
            Consultation settled = Folded.into(Consulted.open(), outcome);

            Decision decision =
                    CloseConsultationHandler.decide(
                            command(Scope.whole(), 2L),
                            settled,
                            Consulted.contract(Given.closed()));

            assertThat(decision.version()).isEqualTo(3);
            Rejected.as(
                    Rejection.Kind.CONFLICT,
                    "consultation-closed",
                    () ->
                            decide(
                                    Scope.whole(),
                                    null,
                                    Folded.into(settled, decision.events().toArray())));
        }
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
                () -> decide(Given.STAFF, 2L, Consulted.open()));
    }

    private static CloseConsultation command(Scope scope, @Nullable Long expected) {
        return new CloseConsultation(Consulted.ID, null, scope, expected);
    }

    private static Decision decide(Scope scope, @Nullable Long expected, Consultation state) {
        return CloseConsultationHandler.decide(
                command(scope, expected), state, Consulted.contract());
    }
}
