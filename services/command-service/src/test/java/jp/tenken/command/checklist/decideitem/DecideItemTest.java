package jp.tenken.command.checklist.decideitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.decideitem.DecideItemHandler.State;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.Violation;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ItemDecided;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecideItemTest {

    private static final ItemCode ITEM = ItemCode.of("OPS-06");
    private static final State OPEN = new State().evolve(Given.registered()).evolve(Given.opened());
    private static final String REASON = "電子データのみの取扱いのため";
    private static final ItemDecided NOT_NEEDED =
            new ItemDecided(Given.CONTRACT, 1, ITEM, Answer.NOT_NEEDED, REASON, null, null);

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
        State decided = OPEN.evolve(NOT_NEEDED);

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
                        ITEM,
                        Answer.IMPLEMENT,
                        null,
                        "運用を変えた",
                        null,
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
                () -> decide(Answer.IMPLEMENT, null, null, new State()));
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
        State decidedTwice = OPEN.evolve(NOT_NEEDED).evolve(NOT_NEEDED);

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
    void decisionsOnDifferentItemsDoNotConflictTwoOnOneItemDo() {
        ItemDecided sameItem =
                new ItemDecided(Given.CONTRACT, 1, ITEM, Answer.IMPLEMENT, null, null, null);
        ItemDecided otherItem =
                new ItemDecided(
                        Given.CONTRACT,
                        1,
                        ItemCode.of("OPS-07"),
                        Answer.IMPLEMENT,
                        null,
                        null,
                        null);
        ItemDecided otherContract =
                new ItemDecided(ContractId.of("c-2"), 1, ITEM, Answer.IMPLEMENT, null, null, null);

        assertThat(concerns(sameItem)).isTrue();
        assertThat(concerns(otherItem)).isFalse();
        assertThat(concerns(otherContract)).isFalse();
        assertThat(concerns(Given.opened())).isTrue();
        assertThat(concerns(Given.registered())).isTrue();
    }

    private static boolean concerns(Record event) {
        QualifiedName name = new QualifiedName(EventCatalogue.nameOf(event.getClass()));
        EventMessage message = new GenericEventMessage(new MessageType(name), event);
        return State.criteria(new DecideItem.Target(Given.CONTRACT, ITEM))
                .matches(name, new AnnotationBasedTagResolver().resolve(message));
    }

    private static Decision decide(
            Answer answer, @Nullable String reason, @Nullable String note, State state) {
        return DecideItemHandler.decide(
                new DecideItem(Given.CONTRACT, ITEM, answer, reason, null, note, Given.STAFF, null),
                state);
    }

    private static DecideItem on(String item, Scope scope, @Nullable Long expectedVersion) {
        return new DecideItem(
                Given.CONTRACT,
                ItemCode.of(item),
                Answer.IMPLEMENT,
                null,
                null,
                null,
                scope,
                expectedVersion);
    }
}
