package jp.tenken.command.checklist.reconfirmitems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.ItemReconfirmed;
import org.junit.jupiter.api.Test;

class ReconfirmItemsTest {

    private static final ItemCode FIRST = ItemCode.of("OPS-01");
    private static final ItemCode SECOND = ItemCode.of("OPS-02");
    private static final Checklist DECIDED =
            Folded.into(new Checklist(), Given.allDecidedBut(SECOND));

    @Test
    void eachItemIsOneEvent() {
        ItemCode third = ItemCode.of("OPS-03");

        assertThat(reconfirm(DECIDED, FIRST, third))
                .isEqualTo(
                        new Decision(
                                "c-1",
                                26,
                                List.of(
                                        new ItemReconfirmed(Given.CONTRACT, 1, FIRST),
                                        new ItemReconfirmed(Given.CONTRACT, 1, third))));
    }

    @Test
    void oneThatIsUndecidedStopsAll() {
        Rejected.as(
                        Rejection.Kind.CONFLICT,
                        "items-undecided",
                        () -> reconfirm(DECIDED, FIRST, SECOND))
                .satisfies(no -> assertThat(no.parameters()).containsEntry("items", "OPS-02"));
    }

    @Test
    void oneThatIsUnknownIsNamed() {
        Rejected.as(
                        Rejection.Kind.INVALID,
                        "item-unknown",
                        () -> reconfirm(DECIDED, FIRST, ItemCode.of("SYS-14")))
                .satisfies(
                        no ->
                                assertThat(no.violations().getFirst().field())
                                        .isEqualTo("itemCodes[1]"));
    }

    private static Decision reconfirm(Checklist state, ItemCode... items) {
        return ReconfirmItemsHandler.decide(
                new ReconfirmItems(Given.CONTRACT, List.of(items), Given.STAFF, null), state);
    }
}
