package jp.tenken.command.checklist.confirmchecklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.checklist.ChecklistConfirmed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfirmChecklistTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-04-15");
    private static final Checklist APPROVED =
            Folded.by(
                    "sato",
                    Folded.by(
                            "tanaka",
                            Folded.into(new Checklist(), Given.allDecidedBut()),
                            Given.submitted(1)),
                    Given.approved(1));

    @Test
    void somebodyElseConfirmsFromTodayOrTheDaySaid() {
        LocalDate future = LocalDate.parse("2027-04-01");

        assertThat(confirm("suzuki", null, APPROVED).events())
                .containsExactly(new ChecklistConfirmed(Given.CONTRACT, 1, TODAY, null, null));
        assertThat(confirm("suzuki", future, APPROVED).events())
                .containsExactly(new ChecklistConfirmed(Given.CONTRACT, 1, future, null, null));
    }

    @Test
    void whoApprovedDoesNotConfirmButWhoSubmittedMay() {
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "duties-not-separated",
                () -> confirm("sato", null, APPROVED));
        assertThat(confirm("tanaka", null, APPROVED).events()).hasSize(1);
    }

    @Test
    void anItemThatWaitsForAConsultationHoldsTheConfirmation() {
        ItemCode cloud = ItemCode.of("SYS-11");
        Checklist waiting =
                Folded.into(
                        Folded.into(new Checklist(), Given.allDecidedBut(cloud)),
                        Given.consultation("con-1", cloud),
                        Given.submitted(1),
                        Given.approved(1));

        Rejected.as(
                        Rejection.Kind.CONFLICT,
                        "items-undecided",
                        () -> confirm("suzuki", null, waiting))
                .satisfies(no -> assertThat(no.parameters()).containsEntry("items", "SYS-11"));
    }

    @Test
    void onlyWhatIsApprovedAndOnlyWhereThePathHasTheStep() {
        Checklist confirmed = Folded.into(APPROVED, Given.confirmed(1));

        Rejected.as(
                Rejection.Kind.CONFLICT,
                "checklist-not-approved",
                () -> confirm("suzuki", null, confirmed));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "not-in-approval-path",
                () -> confirm("suzuki", null, Folded.into(APPROVED, Given.headAlone())));
    }

    private static Decision confirm(
            String actor, @Nullable LocalDate effectiveOn, Checklist state) {
        return ConfirmChecklistHandler.decide(
                new ConfirmChecklist(
                        Given.CONTRACT, null, null, effectiveOn, TODAY, actor, Scope.whole(), null),
                state);
    }
}
