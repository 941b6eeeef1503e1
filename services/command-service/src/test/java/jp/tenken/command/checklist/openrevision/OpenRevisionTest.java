package jp.tenken.command.checklist.openrevision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.RevisionDiscarded;
import jp.tenken.kernel.checklist.RevisionKind;
import jp.tenken.kernel.checklist.RevisionOpened;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenRevisionTest {

    private static final Checklist SUBMITTED =
            Folded.into(Folded.into(new Checklist(), Given.allDecidedBut()), Given.submitted(1));
    private static final Checklist CONFIRMED =
            Folded.into(SUBMITTED, Given.approved(1), Given.confirmed(1));

    @Test
    void aConfirmedChecklistIsOpenedAgainForEachKindOfReason() {
        for (RevisionKind kind : RevisionKind.values()) {
            assertThat(open(kind, null, CONFIRMED))
                    .isEqualTo(
                            new Decision(
                                    "2",
                                    29,
                                    List.of(
                                            new RevisionOpened(
                                                    Given.CONTRACT, 2, kind, "変更のため", null))));
        }
    }

    @Test
    void onlyOneIsOpenAtATime() {
        for (Checklist state :
                List.of(
                        Folded.into(new Checklist(), Given.registered(), Given.opened()),
                        SUBMITTED,
                        Folded.into(CONFIRMED, Given.revision(2)))) {
            Rejected.as(
                    Rejection.Kind.CONFLICT,
                    "revision-already-open",
                    () -> open(RevisionKind.CORRECTION, null, state));
        }
    }

    @Test
    void theNumberOfADiscardedRevisionIsNotUsedAgain() {
        Checklist discarded =
                Folded.into(
                        CONFIRMED,
                        Given.revision(2),
                        new RevisionDiscarded(Given.CONTRACT, 2, null));

        assertThat(open(RevisionKind.CORRECTION, null, discarded).resourceId()).isEqualTo("3");
    }

    @Test
    void aConsultationIsOneOfTheContract() {
        ConsultationId consultation = ConsultationId.of("con-1");

        Rejected.as(
                Rejection.Kind.INVALID,
                "consultation-unknown",
                () -> open(RevisionKind.MEASURE_CHANGE, consultation, CONFIRMED));
        assertThat(
                        open(
                                        RevisionKind.MEASURE_CHANGE,
                                        consultation,
                                        Folded.into(CONFIRMED, Given.consultation("con-1")))
                                .events())
                .hasSize(1);
    }

    @Test
    void itSaysWhyAndNotOnAClosedContract() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "text-required",
                () ->
                        new OpenRevision(
                                Given.CONTRACT,
                                RevisionKind.CORRECTION,
                                " ",
                                null,
                                Given.STAFF,
                                null));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "contract-closed",
                () -> open(RevisionKind.CORRECTION, null, Folded.into(CONFIRMED, Given.closed())));
    }

    private static Decision open(
            RevisionKind kind, @Nullable ConsultationId consultationId, Checklist state) {
        return OpenRevisionHandler.decide(
                new OpenRevision(Given.CONTRACT, kind, "変更のため", consultationId, Given.STAFF, null),
                state);
    }
}
