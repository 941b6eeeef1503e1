package jp.tenken.command.checklist.approvechecklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.ChecklistConfirmed;
import jp.tenken.kernel.checklist.ChecklistSubmitted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApproveChecklistTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-04-15");
    private static final Checklist DECIDED = Folded.into(new Checklist(), Given.allDecidedBut());
    private static final Checklist SUBMITTED = Folded.by("tanaka", DECIDED, Given.submitted(1));

    @Test
    void somebodyElseApproves() {
        assertThat(approve("sato", null, null, SUBMITTED).events())
                .containsExactly(Given.approved(1));
    }

    @Test
    void whoSubmittedDoesNotApproveWhateverTheRole() {
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "duties-not-separated",
                () -> approve("tanaka", null, null, SUBMITTED));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "duties-not-separated",
                () -> approve("sato", "tanaka", null, SUBMITTED));
    }

    @Test
    void forWhomSomebodySubmittedDoesNotApproveEither() {
        Checklist onBehalf =
                Folded.by(
                        "tanaka",
                        DECIDED,
                        new ChecklistSubmitted(Given.CONTRACT, 1, List.of(), null, "yamada"));

        Rejected.as(
                Rejection.Kind.CONFLICT,
                "duties-not-separated",
                () -> approve("yamada", null, null, onBehalf));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "duties-not-separated",
                () -> approve("sato", "yamada", null, onBehalf));
        assertThat(approve("sato", "ito", null, onBehalf).events()).hasSize(1);
    }

    @Test
    void aDaySentWithAnApprovalThatIsNotTheLastStepIsRefused() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "effective-on-not-applicable",
                () -> approve("sato", null, TODAY, SUBMITTED));
    }

    @Test
    void whereTheHeadAloneDecidesTheApprovalConfirmsFromTodayOrTheDaySaid() {
        Checklist headAlone = Folded.into(SUBMITTED, Given.headAlone());
        LocalDate past = LocalDate.parse("2026-04-01");

        assertThat(approve("sato", null, null, headAlone))
                .isEqualTo(
                        new Decision(
                                "c-1",
                                28,
                                List.of(
                                        Given.approved(1),
                                        new ChecklistConfirmed(
                                                Given.CONTRACT, 1, TODAY, null, null))));
        assertThat(approve("sato", null, past, headAlone).events())
                .containsExactly(Given.approved(1), Given.confirmed(1));
    }

    @Test
    void whatWaitsForAConsultationIsApprovedButNotConfirmed() {
        ItemCode cloud = ItemCode.of("SYS-11");
        Checklist waiting =
                Folded.by(
                        "tanaka",
                        Folded.into(new Checklist(), Given.allDecidedBut(cloud)),
                        Given.consultation("con-1", cloud),
                        Given.submitted(1));

        assertThat(approve("sato", null, null, waiting).events()).hasSize(1);
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "items-undecided",
                () -> approve("sato", null, null, Folded.into(waiting, Given.headAlone())));
    }

    @Test
    void onlyASubmissionIsApproved() {
        for (Checklist state :
                List.of(
                        DECIDED,
                        Folded.into(SUBMITTED, Given.approved(1)),
                        Folded.into(SUBMITTED, Given.approved(1), Given.confirmed(1)))) {
            Rejected.as(
                    Rejection.Kind.CONFLICT,
                    "checklist-not-submitted",
                    () -> approve("sato", null, null, state));
        }
    }

    private static Decision approve(
            String actor,
            @Nullable String onBehalfOf,
            @Nullable LocalDate effectiveOn,
            Checklist state) {
        return ApproveChecklistHandler.decide(
                new ApproveChecklist(
                        Given.CONTRACT,
                        null,
                        onBehalfOf,
                        effectiveOn,
                        TODAY,
                        actor,
                        Given.STAFF,
                        null),
                state);
    }
}
