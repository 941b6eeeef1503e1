package jp.tenken.command.checklist.decideitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.ChecklistItem;
import jp.tenken.command.checklist.WantedDecision;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ChecklistSentBack;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
import jp.tenken.kernel.checklist.RevisionDiscarded;
import jp.tenken.kernel.checklist.RevisionKind;
import jp.tenken.kernel.checklist.RevisionOpened;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;
import org.junit.jupiter.api.Test;

/** On which consultation a change rests, of those that a revision carries. */
class AgreedChangeTest {

    private static final ItemCode ITEM = ItemCode.of("OPS-06");
    private static final ItemCode OTHER = ItemCode.of("OPS-07");
    private static final ConsultationId FIRST = ConsultationId.of("con-1");
    private static final ConsultationId SECOND = ConsultationId.of("con-2");
    private static final ChecklistItem CONFIRMED =
            Folded.into(
                    new ChecklistItem(),
                    Given.registered(),
                    Given.opened(),
                    Given.decided(ITEM),
                    Given.submitted(1),
                    Given.approved(1),
                    Given.confirmed(1));
    private static final ChecklistItem OPENED_BY_THE_FIRST =
            Folded.into(
                    CONFIRMED,
                    opened(FIRST, Topic.MEASURE_CHANGE, OTHER),
                    agreed(FIRST, 2, OTHER),
                    revision(2, FIRST));

    @Test
    void anItemThatALaterAgreementNamesTakesThatConsultationAndItsReason() {
        ItemDecisionRevised revised =
                revised(
                        Folded.into(
                                OPENED_BY_THE_FIRST,
                                opened(SECOND, Topic.POLICY_CHANGE, ITEM),
                                agreed(SECOND, 2, ITEM)));

        assertThat(revised.consultationId()).isEqualTo(SECOND);
        assertThat(revised.changeReason()).isEqualTo("方針等の改定に伴う協議による変更");
    }

    @Test
    void anItemThatNoAgreementNamesTakesTheOpenings() {
        ItemDecisionRevised revised =
                revised(
                        Folded.into(
                                OPENED_BY_THE_FIRST,
                                opened(SECOND, Topic.POLICY_CHANGE, OTHER),
                                agreed(SECOND, 2, OTHER)));

        assertThat(revised.consultationId()).isEqualTo(FIRST);
        assertThat(revised.changeReason()).isEqualTo("協議による対策の変更");
    }

    @Test
    void ofTwoAgreementsTheLaterOneCounts() {
        ItemDecisionRevised revised =
                revised(
                        Folded.into(
                                OPENED_BY_THE_FIRST,
                                opened(SECOND, Topic.MEASURE_CHANGE, ITEM),
                                opened(ConsultationId.of("con-3"), Topic.INCIDENT, ITEM),
                                agreed(ConsultationId.of("con-3"), 2, ITEM),
                                agreed(SECOND, 2, ITEM)));

        assertThat(revised.consultationId()).isEqualTo(SECOND);
    }

    @Test
    void aRevisionThatWasOpenedForSomethingElseCarriesTheAgreementToo() {
        ItemDecisionRevised revised =
                revised(
                        Folded.into(
                                CONFIRMED,
                                Given.revision(2),
                                opened(SECOND, Topic.MEASURE_CHANGE, ITEM),
                                agreed(SECOND, 2, ITEM)));

        assertThat(revised.consultationId()).isEqualTo(SECOND);
        assertThat(revised.changeReason()).isEqualTo("協議による対策の変更");
    }

    @Test
    void whatADiscardedRevisionCarriedIsNotCarriedByTheNext() {
        ItemDecisionRevised revised =
                revised(
                        Folded.into(
                                OPENED_BY_THE_FIRST,
                                opened(SECOND, Topic.MEASURE_CHANGE, ITEM),
                                agreed(SECOND, 2, ITEM),
                                new RevisionDiscarded(Given.CONTRACT, 2, null),
                                Given.revision(3)));

        assertThat(revised.consultationId()).isNull();
        assertThat(revised.changeReason()).isEqualTo("保守方法の変更のため");
    }

    @Test
    void anAgreementGivesTheReasonThatAFirstRevisionDoesNotHave() {
        ChecklistItem sentBack =
                Folded.into(
                        new ChecklistItem(),
                        Given.registered(),
                        Given.opened(),
                        Given.decided(ITEM),
                        Given.submitted(1),
                        new ChecklistSentBack(Given.CONTRACT, 1, Given.SEALED, null));
        Rejected.as(Rejection.Kind.INVALID, "change-reason-required", () -> revised(sentBack));

        ItemDecisionRevised revised =
                revised(
                        Folded.into(
                                sentBack,
                                opened(SECOND, Topic.MEASURE_CHANGE, ITEM),
                                agreed(SECOND, 1, ITEM)));

        assertThat(revised.consultationId()).isEqualTo(SECOND);
        assertThat(revised.changeReason()).isEqualTo("協議による対策の変更");
    }

    private static ItemDecisionRevised revised(ChecklistItem state) {
        DecideItem command =
                new DecideItem(
                        Given.CONTRACT,
                        new WantedDecision(ITEM, Answer.NOT_NEEDED, "手交なし", null, null),
                        Given.STAFF,
                        null);
        return (ItemDecisionRevised) DecideItemHandler.decide(command, state).events().getFirst();
    }

    private static ConsultationOpened opened(ConsultationId id, Topic topic, ItemCode item) {
        return new ConsultationOpened(
                id,
                Given.CONTRACT,
                topic,
                Given.SEALED,
                Given.SEALED,
                List.of(item),
                null,
                null,
                Side.CONTRACTOR);
    }

    private static ConsultationAgreed agreed(ConsultationId id, int revision, ItemCode item) {
        return new ConsultationAgreed(
                id,
                Given.CONTRACT,
                revision,
                Given.SEALED,
                List.of(item),
                LocalDate.parse("2026-10-01"));
    }

    private static RevisionOpened revision(int number, ConsultationId consultation) {
        return new RevisionOpened(
                Given.CONTRACT, number, RevisionKind.MEASURE_CHANGE, "協議による対策の変更", consultation);
    }
}
