package jp.tenken.command.checklist.decideitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.ChecklistItem;
import jp.tenken.command.checklist.WantedDecision;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.Violation;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ChecklistSentBack;
import jp.tenken.kernel.checklist.ItemAnswer;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
import jp.tenken.kernel.checklist.RevisionDiscarded;
import jp.tenken.kernel.checklist.RevisionKind;
import jp.tenken.kernel.checklist.RevisionOpened;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecideItemTest {

    private static final ItemCode ITEM = ItemCode.of("OPS-06");
    private static final ChecklistItem OPEN =
            Folded.into(new ChecklistItem(), Given.registered(), Given.opened());
    private static final String REASON = "電子データのみの取扱いのため";
    private static final ItemDecided NOT_NEEDED =
            new ItemDecided(Given.CONTRACT, 1, ITEM, Answer.NOT_NEEDED, REASON, null, null);

    private static final ChecklistItem CONFIRMED =
            Folded.into(
                    OPEN, NOT_NEEDED, Given.submitted(1), Given.approved(1), Given.confirmed(1));

    @Test
    void anItemIsDecided() {
        assertThat(decide(Answer.IMPLEMENT, null, null, OPEN))
                .isEqualTo(
                        new Decision(
                                "OPS-06",
                                1,
                                List.of(
                                        new ItemDecided(
                                                Given.CONTRACT,
                                                1,
                                                ITEM,
                                                Answer.IMPLEMENT,
                                                null,
                                                null,
                                                null))));
    }

    @Test
    void notNeededKeepsItsReasonBecauseItIsPrinted() {
        assertThat(decide(Answer.NOT_NEEDED, "　" + REASON, null, OPEN).events())
                .containsExactly(NOT_NEEDED);
    }

    @Test
    void notNeededWithoutAReasonIsRefused() {
        Rejected.as(
                        Rejection.Kind.INVALID,
                        "reason-required",
                        () -> decide(Answer.NOT_NEEDED, " ", null, OPEN))
                .satisfies(
                        rejection ->
                                assertThat(rejection.violations())
                                        .containsExactly(
                                                Violation.of("reason", "reason-required")));
    }

    @Test
    void undecidedIsTheAbsenceOfADecision() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "answer-not-a-decision",
                () -> decide(Answer.UNDECIDED, null, null, OPEN));
    }

    @Test
    void beforeTheFirstSubmissionItMayBeDecidedAgain() {
        Decision again = decide(Answer.IMPLEMENT, null, null, OPEN.evolve(NOT_NEEDED));

        assertThat(again.version()).isEqualTo(2);
        assertThat(again.events()).hasSize(1);
    }

    @Test
    void theSameAnswerReasonAndNoteAgainIsNoNews() {
        ChecklistItem decided = OPEN.evolve(NOT_NEEDED);

        assertThat(decide(Answer.NOT_NEEDED, REASON, null, decided))
                .isEqualTo(Decision.withoutEffect("OPS-06", 1));
        assertThat(decide(Answer.NOT_NEEDED, REASON, "確認済み", decided).events()).hasSize(1);
        assertThat(decide(Answer.NOT_NEEDED, "紙媒体のみ", null, decided).events()).hasSize(1);
    }

    @Test
    void thereIsNothingToExplainBeforeTheFirstSubmission() {
        DecideItem explained =
                new DecideItem(
                        Given.CONTRACT,
                        new WantedDecision(ITEM, Answer.IMPLEMENT, null, "運用を変えた", null),
                        Given.STAFF,
                        null);

        Rejected.as(
                Rejection.Kind.INVALID,
                "change-reason-not-applicable",
                () -> DecideItemHandler.decide(explained, OPEN.evolve(NOT_NEEDED)));
    }

    @Test
    void anItemThatTheTemplateDoesNotHaveIsUnknown() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "item-unknown",
                () -> DecideItemHandler.decide(on("SYS-14", Given.STAFF, null), OPEN));
        Rejected.as(Rejection.Kind.INVALID, "item-unknown", () -> ItemCode.of("ops-1"));
    }

    @Test
    void aContractThatIsNotThereHasNoItems() {
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "contract-not-found",
                () -> decide(Answer.IMPLEMENT, null, null, new ChecklistItem()));
    }

    @Test
    void oneDecidesOnTheContractsOfOnesOwnDepartment() {
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> DecideItemHandler.decide(on("OPS-06", Given.OTHER_STAFF, null), OPEN));
        assertThat(DecideItemHandler.decide(on("OPS-06", Scope.whole(), null), OPEN).events())
                .hasSize(1);
    }

    @Test
    void scopeIsCheckedBeforeTheItem() {
        Scope nobody = Scope.ofDepartments(Set.of());

        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> DecideItemHandler.decide(on("SYS-99", nobody, null), OPEN));
    }

    @Test
    void aDecisionOnAnOlderVersionOfTheItemIsStale() {
        ChecklistItem decidedTwice = OPEN.evolve(NOT_NEEDED).evolve(NOT_NEEDED);

        Rejected.as(
                        Rejection.Kind.STALE,
                        "version-stale",
                        () -> DecideItemHandler.decide(on("OPS-06", Given.STAFF, 1L), decidedTwice))
                .satisfies(
                        rejection ->
                                assertThat(rejection.parameters())
                                        .containsEntry("expected", "1")
                                        .containsEntry("actual", "2"));
        assertThat(DecideItemHandler.decide(on("OPS-06", Given.STAFF, 2L), decidedTwice).version())
                .isEqualTo(3);
    }

    @Test
    void textsAreBounded() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "text-too-long",
                () -> decide(Answer.NOT_NEEDED, "長".repeat(501), null, OPEN));
        Rejected.as(
                Rejection.Kind.INVALID,
                "text-too-long",
                () -> decide(Answer.IMPLEMENT, null, "長".repeat(2001), OPEN));
        Rejected.as(
                Rejection.Kind.INVALID,
                "text-not-printable",
                () -> decide(Answer.NOT_NEEDED, "紙\u0000のみ", null, OPEN));
    }

    @Test
    void nothingIsDecidedInReview() {
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "checklist-in-review",
                () -> decide(Answer.IMPLEMENT, null, null, Folded.into(OPEN, Given.submitted(1))));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "checklist-in-review",
                () ->
                        decide(
                                Answer.IMPLEMENT,
                                null,
                                null,
                                Folded.into(OPEN, Given.submitted(1), Given.approved(1))));
    }

    @Test
    void whatIsConfirmedChangesOnlyInARevision() {
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "revision-not-open",
                () -> decide(Answer.IMPLEMENT, null, null, CONFIRMED));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "revision-not-open",
                () -> decide(Answer.NOT_NEEDED, REASON, "確認済み", CONFIRMED));
    }

    @Test
    void whatStandsAlreadyIsNoNewsInWhicheverStateTheChecklistIs() {
        ChecklistItem submitted = Folded.into(OPEN, NOT_NEEDED, Given.submitted(1));
        ChecklistItem approved = Folded.into(submitted, Given.approved(1));

        for (ChecklistItem state : List.of(submitted, approved, CONFIRMED)) {
            assertThat(decide(Answer.NOT_NEEDED, REASON, null, state))
                    .isEqualTo(Decision.withoutEffect("OPS-06", 1));
        }
    }

    @Test
    void aChangeInARevisionSaysWhatStoodBeforeAndTakesTheRevisionsReasonAndConsultation() {
        ChecklistItem revision =
                Folded.into(
                        CONFIRMED,
                        new RevisionOpened(
                                Given.CONTRACT,
                                2,
                                RevisionKind.MEASURE_CHANGE,
                                "協議による対策の変更",
                                ConsultationId.of("con-1")));

        assertThat(decide(Answer.IMPLEMENT, null, null, revision))
                .isEqualTo(
                        new Decision(
                                "OPS-06",
                                2,
                                List.of(
                                        new ItemDecisionRevised(
                                                Given.CONTRACT,
                                                2,
                                                ITEM,
                                                new ItemAnswer(Answer.NOT_NEEDED, REASON),
                                                new ItemAnswer(Answer.IMPLEMENT, null),
                                                "協議による対策の変更",
                                                null,
                                                ConsultationId.of("con-1")))));
        assertThat(decide(Answer.NOT_NEEDED, REASON, null, revision).isWithoutEffect()).isTrue();
    }

    @Test
    void aChangeInItsOwnWordsKeepsThem() {
        ChecklistItem revision = Folded.into(CONFIRMED, Given.revision(2));

        assertThat(explained("紙の扱いを始めたため", revision).events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ItemDecisionRevised.class,
                        revised -> assertThat(revised.changeReason()).isEqualTo("紙の扱いを始めたため"));
    }

    @Test
    void afterASubmissionTheFirstRevisionHasNoReasonToTakeOver() {
        ChecklistItem sentBack =
                Folded.into(
                        OPEN,
                        NOT_NEEDED,
                        Given.submitted(1),
                        new ChecklistSentBack(Given.CONTRACT, 1, Given.SEALED, null));

        Rejected.as(
                Rejection.Kind.INVALID,
                "change-reason-required",
                () -> decide(Answer.IMPLEMENT, null, null, sentBack));
        assertThat(explained("指摘による", sentBack).events())
                .singleElement()
                .isInstanceOf(ItemDecisionRevised.class);
    }

    @Test
    void anItemThatWaitedForAConsultationIsDecidedForTheFirstTimeAlsoLater() {
        ChecklistItem sentBack =
                Folded.into(
                        OPEN,
                        Given.submitted(1),
                        new ChecklistSentBack(Given.CONTRACT, 1, Given.SEALED, null));

        assertThat(decide(Answer.IMPLEMENT, null, null, sentBack).events())
                .containsExactly(Given.decided(ITEM));
    }

    @Test
    void aDiscardedRevisionLeavesNothingButTheItemsVersion() {
        ItemDecisionRevised revised =
                new ItemDecisionRevised(
                        Given.CONTRACT,
                        2,
                        ITEM,
                        new ItemAnswer(Answer.NOT_NEEDED, REASON),
                        new ItemAnswer(Answer.IMPLEMENT, null),
                        "変更",
                        null,
                        null);
        ChecklistItem again =
                Folded.into(
                        CONFIRMED,
                        Given.revision(2),
                        revised,
                        new RevisionDiscarded(Given.CONTRACT, 2, null),
                        Given.revision(3));

        assertThat(decide(Answer.NOT_NEEDED, REASON, null, again))
                .isEqualTo(Decision.withoutEffect("OPS-06", 2));
        assertThat(decide(Answer.IMPLEMENT, null, null, again).version()).isEqualTo(3);
    }

    @Test
    void aClosedContractIsNotDecidedOn() {
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "contract-closed",
                () -> decide(Answer.IMPLEMENT, null, null, Folded.into(OPEN, Given.closed())));
    }

    @Test
    void aTransferMovesTheContractFromOneDepartmentsReachToTheOthers() {
        ChecklistItem moved =
                Folded.into(
                        OPEN,
                        new ContractTransferredToDepartment(
                                Given.CONTRACT,
                                Given.DEPARTMENT,
                                Given.OTHER_DEPARTMENT,
                                LocalDate.parse("2026-10-01"),
                                null));

        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () -> DecideItemHandler.decide(on("OPS-06", Given.STAFF, null), moved));
        assertThat(DecideItemHandler.decide(on("OPS-06", Given.OTHER_STAFF, null), moved).events())
                .hasSize(1);
        assertThat(
                        DecideItemHandler.decide(
                                        on("OPS-06", Given.STAFF, null),
                                        Folded.into(
                                                moved,
                                                new ParticipatingDepartmentsSet(
                                                        Given.CONTRACT, List.of(Given.DEPARTMENT))))
                                .events())
                .hasSize(1);
    }

    private static Decision explained(String changeReason, ChecklistItem state) {
        return DecideItemHandler.decide(
                new DecideItem(
                        Given.CONTRACT,
                        new WantedDecision(ITEM, Answer.IMPLEMENT, null, changeReason, null),
                        Given.STAFF,
                        null),
                state);
    }

    private static Decision decide(
            Answer answer, @Nullable String reason, @Nullable String note, ChecklistItem state) {
        return DecideItemHandler.decide(
                new DecideItem(
                        Given.CONTRACT,
                        new WantedDecision(ITEM, answer, reason, null, note),
                        Given.STAFF,
                        null),
                state);
    }

    private static DecideItem on(String item, Scope scope, @Nullable Long expectedVersion) {
        return new DecideItem(
                Given.CONTRACT,
                new WantedDecision(ItemCode.of(item), Answer.IMPLEMENT, null, null, null),
                scope,
                expectedVersion);
    }
}
