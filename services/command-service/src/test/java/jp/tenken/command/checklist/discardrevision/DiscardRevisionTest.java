package jp.tenken.command.checklist.discardrevision;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.command.checklist.ItemStanding;
import jp.tenken.command.checklist.Stage;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ItemAnswer;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
import jp.tenken.kernel.checklist.RevisionDiscarded;
import jp.tenken.kernel.checklist.RevisionKind;
import jp.tenken.kernel.checklist.RevisionOpened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiscardRevisionTest {

    private static final Checklist SUBMITTED =
            Folded.into(Folded.into(new Checklist(), Given.allDecidedBut()), Given.submitted(1));
    private static final Checklist CONFIRMED =
            Folded.into(SUBMITTED, Given.approved(1), Given.confirmed(1));

    @Test
    void theAnswersOfTheConfirmedRevisionStandAgainAndNewOnesAreGone() {
        ItemCode item = ItemCode.of("OPS-06");
        Checklist revision =
                Folded.into(
                        CONFIRMED,
                        Given.revision(2),
                        new ItemDecisionRevised(
                                Given.CONTRACT,
                                2,
                                item,
                                new ItemAnswer(Answer.IMPLEMENT, null),
                                new ItemAnswer(Answer.NOT_NEEDED, "電子のみ"),
                                "変更",
                                null,
                                null));
        Checklist back = Folded.into(revision, discard(revision).events().toArray());

        assertThat(back.answers().of(item).latest())
                .isEqualTo(new ItemStanding.Decided(new ItemAnswer(Answer.IMPLEMENT, null), null));
        assertThat(back.answers().of(item).version()).as("it never falls").isEqualTo(2);
        assertThat(back.review().stage()).isEqualTo(Stage.CONFIRMED);
        assertThat(back.review().revision()).isEqualTo(1);
        assertThat(back.version()).isEqualTo(31);
    }

    @ParameterizedTest
    @EnumSource
    void aRevisionOfWhateverKindIsDiscardedAndAnotherMayBeOpened(RevisionKind kind) {
        ItemCode item = ItemCode.of("OPS-06");
        ConsultationId consultation = ConsultationId.of("con-1");
        Checklist revision =
                Folded.into(
                        CONFIRMED,
                        new RevisionOpened(Given.CONTRACT, 2, kind, "理由", consultation),
                        new ItemDecisionRevised(
                                Given.CONTRACT,
                                2,
                                item,
                                new ItemAnswer(Answer.IMPLEMENT, null),
                                new ItemAnswer(Answer.NOT_NEEDED, "電子のみ"),
                                "変更",
                                null,
                                consultation));

        assertThat(discard(revision).events())
                .containsExactly(new RevisionDiscarded(Given.CONTRACT, 2, null));
        Checklist back = Folded.into(revision, discard(revision).events().toArray());
        assertThat(back.review().opening()).as("of the one before").isNull();
        assertThat(back.review().revision()).isEqualTo(1);
        assertThat(back.answers().of(item).latest())
                .isEqualTo(new ItemStanding.Decided(new ItemAnswer(Answer.IMPLEMENT, null), null));

        Checklist again =
                Folded.into(back, new RevisionOpened(Given.CONTRACT, 3, kind, "再度", null));
        assertThat(again.review().last()).as("numbers are not used again").isEqualTo(3);
        assertThat(again.review().confirmed()).isEqualTo(1);
        assertThat(discard(again).events())
                .containsExactly(new RevisionDiscarded(Given.CONTRACT, 3, null));
    }

    @Test
    void theFirstRevisionHasNothingToReturnTo() {
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "revision-not-discardable",
                () -> discard(Folded.into(new Checklist(), Given.registered(), Given.opened())));
    }

    @Test
    void onlyADraftIsGivenUp() {
        Rejected.as(Rejection.Kind.CONFLICT, "revision-not-open", () -> discard(CONFIRMED));
        Rejected.as(Rejection.Kind.CONFLICT, "checklist-in-review", () -> discard(SUBMITTED));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "checklist-in-review",
                () -> discard(Folded.into(CONFIRMED, Given.revision(2), Given.submitted(2))));
    }

    private static Decision discard(Checklist state) {
        return DiscardRevisionHandler.decide(
                new DiscardRevision(Given.CONTRACT, null, Given.STAFF, null), state);
    }
}
