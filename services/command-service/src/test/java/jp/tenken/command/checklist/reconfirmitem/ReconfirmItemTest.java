package jp.tenken.command.checklist.reconfirmitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.ChecklistItem;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.ItemReconfirmed;
import org.junit.jupiter.api.Test;

class ReconfirmItemTest {

    private static final ItemCode ITEM = ItemCode.of("OPS-01");
    private static final ChecklistItem DECIDED =
            Folded.into(
                    new ChecklistItem(), Given.registered(), Given.opened(), Given.decided(ITEM));

    @Test
    void aDecidedItemIsReconfirmedInADraftAndAfterTheConfirmation() {
        Decision once =
                new Decision("OPS-01", 2, List.of(new ItemReconfirmed(Given.CONTRACT, 1, ITEM)));

        assertThat(reconfirm(DECIDED)).isEqualTo(once);
        assertThat(
                        reconfirm(
                                Folded.into(
                                        DECIDED,
                                        Given.submitted(1),
                                        Given.approved(1),
                                        Given.confirmed(1))))
                .isEqualTo(once);
    }

    @Test
    void notInReviewNotUndecidedNotOnAClosedContract() {
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "checklist-in-review",
                () -> reconfirm(Folded.into(DECIDED, Given.submitted(1))));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "items-undecided",
                () ->
                        reconfirm(
                                Folded.into(
                                        new ChecklistItem(), Given.registered(), Given.opened())));
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "contract-closed",
                () -> reconfirm(Folded.into(DECIDED, Given.closed())));
    }

    private static Decision reconfirm(ChecklistItem state) {
        return ReconfirmItemHandler.decide(
                new ReconfirmItem(Given.CONTRACT, ITEM, Given.STAFF, null), state);
    }
}
