package jp.tenken.command.consultation.agreeconsultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.consultation.Consultation;
import jp.tenken.command.consultation.Consulted;
import jp.tenken.command.consultation.ConsultedContract;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.RevisionDiscarded;
import jp.tenken.kernel.checklist.RevisionKind;
import jp.tenken.kernel.checklist.RevisionOpened;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreeConsultationTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-01");

    @Test
    void anAgreementOnAConfirmedChecklistOpensTheRevisionThatCarriesIt() {
        assertThat(decide(null, Consulted.open(), Consulted.confirmed()))
                .isEqualTo(
                        new Decision(
                                "con-1",
                                2,
                                List.of(
                                        agreed(2, List.of(Consulted.ITEM)),
                                        new RevisionOpened(
                                                Given.CONTRACT,
                                                2,
                                                RevisionKind.MEASURE_CHANGE,
                                                "協議による対策の変更",
                                                Consulted.ID))));
    }

    @Test
    void aPolicysRevisionIsOfThatKind() {
        Consultation policy =
                Folded.into(
                        new Consultation(),
                        Consulted.opened(Topic.POLICY_CHANGE, Side.MUNICIPALITY));

        assertThat(decide(null, policy, Consulted.confirmed()).events().getLast())
                .isEqualTo(
                        new RevisionOpened(
                                Given.CONTRACT,
                                2,
                                RevisionKind.POLICY_CHANGE,
                                "方針等の改定に伴う協議による変更",
                                Consulted.ID));
    }

    @Test
    void aRevisionThatIsOpenOrInReviewCarriesItAsItIs() {
        for (ConsultedContract contract :
                List.of(
                        Consulted.confirmed(Given.revision(2)),
                        Consulted.confirmed(Given.revision(2), Given.submitted(2)),
                        Consulted.confirmed(
                                Given.revision(2), Given.submitted(2), Given.approved(2)))) {
            assertThat(decide(null, Consulted.open(), contract).events())
                    .containsExactly(agreed(2, List.of(Consulted.ITEM)));
        }
        assertThat(decide(null, Consulted.open(), Consulted.contract()).events())
                .containsExactly(agreed(1, List.of(Consulted.ITEM)));
    }

    @Test
    void aDiscardedRevisionsNumberIsNotUsedAgain() {
        ConsultedContract discarded =
                Consulted.confirmed(
                        Given.revision(2), new RevisionDiscarded(Given.CONTRACT, 2, null));

        assertThat(decide(null, Consulted.open(), discarded).events().getFirst())
                .isEqualTo(agreed(3, List.of(Consulted.ITEM)));
    }

    @Test
    void withoutItemsThereIsNothingToRevise() {
        assertThat(decide(List.of(), Consulted.open(), Consulted.confirmed()).events())
                .containsExactly(agreed(1, List.of()));
    }

    @Test
    void afterTheContractsEndNothingIsOpened() {
        Consultation incident =
                Folded.into(
                        new Consultation(), Consulted.opened(Topic.INCIDENT, Side.MUNICIPALITY));

        Rejected.as(
                Rejection.Kind.CONFLICT,
                "contract-closed",
                () -> decide(null, Consulted.open(), Consulted.confirmed(Given.closed())));
        assertThat(decide(null, incident, Consulted.confirmed(Given.closed())).events())
                .containsExactly(agreed(1, List.of(Consulted.ITEM)));
    }

    @Test
    void whatIsSettledIsNotAgreedAgain() {
        Consultation settled = Folded.into(Consulted.open(), agreed(1, List.of(Consulted.ITEM)));

        for (Consultation over : List.of(settled, Consulted.closed())) {
            Rejected.as(
                    Rejection.Kind.CONFLICT,
                    "consultation-not-open",
                    () -> decide(null, over, Consulted.contract()));
        }
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "consultation-not-found",
                () -> decide(null, new Consultation(), new ConsultedContract()));
    }

    private static ConsultationAgreed agreed(int revision, List<ItemCode> items) {
        return new ConsultationAgreed(
                Consulted.ID, Given.CONTRACT, revision, Given.SEALED, items, DAY);
    }

    private static Decision decide(
            @Nullable List<ItemCode> items, Consultation state, ConsultedContract contract) {
        return AgreeConsultationHandler.decide(
                new AgreeConsultation(Consulted.ID, Given.SEALED, items, DAY, Given.STAFF, null),
                state,
                contract);
    }
}
