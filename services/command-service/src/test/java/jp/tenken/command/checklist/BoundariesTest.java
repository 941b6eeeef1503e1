package jp.tenken.command.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.Given;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemReconfirmed;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationClosed;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.junit.jupiter.api.Test;

class BoundariesTest {

    private static final ItemCode ITEM = ItemCode.of("OPS-06");
    private static final ItemCode OTHER_ITEM = ItemCode.of("OPS-07");
    private static final EventCriteria ONE_ITEM = Boundaries.item(Given.CONTRACT, ITEM);
    private static final EventCriteria WHOLE = Boundaries.checklist(Given.CONTRACT);
    private static final EventCriteria EVIDENCE = Boundaries.evidence(Given.CONTRACT);

    @Test
    void decisionsOnDifferentItemsDoNotConflictTwoOnOneItemDo() {
        assertThat(concerns(ONE_ITEM, Given.decided(ITEM))).isTrue();
        assertThat(concerns(ONE_ITEM, new ItemReconfirmed(Given.CONTRACT, 1, ITEM))).isTrue();
        assertThat(concerns(ONE_ITEM, Given.decided(OTHER_ITEM))).isFalse();
        assertThat(concerns(ONE_ITEM, elsewhere())).isFalse();
    }

    @Test
    void everyDecisionDependsOnTheContractAndTheReview() {
        for (Record event :
                List.of(
                        Given.registered(),
                        Given.opened(),
                        Given.closed(),
                        Given.submitted(1),
                        Given.approved(1),
                        Given.confirmed(1),
                        Given.revision(2))) {
            assertThat(concerns(ONE_ITEM, event)).as("%s", event).isTrue();
            assertThat(concerns(WHOLE, event)).as("%s", event).isTrue();
        }
    }

    @Test
    void theWholeChecklistIsEveryItemItsConsultationsAndTheApprovalPath() {
        assertThat(concerns(WHOLE, Given.decided(OTHER_ITEM))).isTrue();
        assertThat(concerns(WHOLE, Given.consultation("con-1", ITEM))).isTrue();
        assertThat(
                        concerns(
                                WHOLE,
                                new ConsultationClosed(
                                        ConsultationId.of("con-1"), Given.CONTRACT, null)))
                .isTrue();
        assertThat(concerns(WHOLE, Given.headAlone())).isTrue();
        assertThat(concerns(WHOLE, elsewhere())).isFalse();
        assertThat(concerns(WHOLE, withdrawn())).isFalse();
        assertThat(concerns(ONE_ITEM, Given.headAlone())).isFalse();
    }

    @Test
    void aDecisionOnAnItemDependsOnWhatWasAgreedButNotOnHowOtherConsultationsEnd() {
        assertThat(concerns(ONE_ITEM, Given.consultation("con-1", ITEM))).isTrue();
        assertThat(
                        concerns(
                                ONE_ITEM,
                                new ConsultationAgreed(
                                        ConsultationId.of("con-1"),
                                        Given.CONTRACT,
                                        2,
                                        Given.SEALED,
                                        List.of(ITEM),
                                        LocalDate.parse("2026-10-01"))))
                .isTrue();
        assertThat(
                        concerns(
                                ONE_ITEM,
                                new ConsultationClosed(
                                        ConsultationId.of("con-1"), Given.CONTRACT, null)))
                .isFalse();
    }

    @Test
    void whoAddsEvidenceDisturbsNobodyWhoDecidesOrReviews() {
        assertThat(concerns(EVIDENCE, withdrawn())).isTrue();
        assertThat(concerns(EVIDENCE, Given.registered())).isTrue();
        assertThat(concerns(EVIDENCE, Given.decided(ITEM))).isFalse();
        assertThat(concerns(EVIDENCE, Given.submitted(1))).isFalse();
        assertThat(concerns(ONE_ITEM, withdrawn())).isFalse();
    }

    private static EvidenceWithdrawn withdrawn() {
        return new EvidenceWithdrawn(Given.CONTRACT, EvidenceId.of("e-1"), null);
    }

    private static ItemDecided elsewhere() {
        return new ItemDecided(ContractId.of("c-2"), 1, ITEM, Answer.IMPLEMENT, null, null, null);
    }

    private static boolean concerns(EventCriteria criteria, Record event) {
        QualifiedName name = new QualifiedName(EventCatalogue.nameOf(event.getClass()));
        EventMessage message = new GenericEventMessage(new MessageType(name), event);
        return criteria.matches(name, new AnnotationBasedTagResolver().resolve(message));
    }
}
