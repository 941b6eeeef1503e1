package jp.tenken.command.checklist.withdrawsubmission;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.command.checklist.Stage;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.ChecklistSubmissionWithdrawn;
import org.junit.jupiter.api.Test;

class WithdrawSubmissionTest {

    private static final Checklist SUBMITTED =
            Folded.into(Folded.into(new Checklist(), Given.allDecidedBut()), Given.submitted(1));

    @Test
    void aSubmissionIsTakenBackUntilSomebodyApproved() {
        assertThat(withdraw(SUBMITTED).events())
                .containsExactly(
                        new ChecklistSubmissionWithdrawn(Given.CONTRACT, 1, Given.SEALED, "sato"));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "checklist-not-submitted",
                () -> withdraw(Folded.into(SUBMITTED, Given.approved(1))));
    }

    @Test
    void afterwardsItIsADraftAgain() {
        Checklist draft = Folded.into(SUBMITTED, withdraw(SUBMITTED).events().toArray());

        assertThat(draft.review().stage()).isEqualTo(Stage.DRAFT);
        assertThat(draft.version()).isEqualTo(27);
        Rejected.as(Rejection.Kind.CONFLICT, "checklist-not-submitted", () -> withdraw(draft));
    }

    private static Decision withdraw(Checklist state) {
        return WithdrawSubmissionHandler.decide(
                new WithdrawSubmission(Given.CONTRACT, Given.SEALED, "sato", Given.STAFF, null),
                state);
    }
}
