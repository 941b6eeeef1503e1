package jp.tenken.command.checklist.sendbackchecklist;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.ChecklistSentBack;
import org.junit.jupiter.api.Test;

class SendBackChecklistTest {

    private static final Checklist SUBMITTED =
            Folded.into(Folded.into(new Checklist(), Given.allDecidedBut()), Given.submitted(1));

    @Test
    void whatIsInReviewIsSentBackBeforeAndAfterTheApproval() {
        ChecklistSentBack sentBack = new ChecklistSentBack(Given.CONTRACT, 1, Given.SEALED, null);

        assertThat(sendBack(SUBMITTED).events()).containsExactly(sentBack);
        assertThat(sendBack(Folded.into(SUBMITTED, Given.approved(1))).events())
                .containsExactly(sentBack);
    }

    @Test
    void whatIsNotInReviewCannotComeBack() {
        Checklist confirmed = Folded.into(SUBMITTED, Given.approved(1), Given.confirmed(1));

        Rejected.as(Rejection.Kind.CONFLICT, "checklist-not-submitted", () -> sendBack(confirmed));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "checklist-not-submitted",
                () -> sendBack(Folded.into(SUBMITTED, sendBack(SUBMITTED).events().toArray())));
    }

    private static Decision sendBack(Checklist state) {
        return SendBackChecklistHandler.decide(
                new SendBackChecklist(Given.CONTRACT, Given.SEALED, null, Given.STAFF, null),
                state);
    }
}
