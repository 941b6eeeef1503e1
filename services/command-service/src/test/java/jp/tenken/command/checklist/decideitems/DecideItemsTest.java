package jp.tenken.command.checklist.decideitems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.command.checklist.WantedDecision;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Violation;
import jp.tenken.kernel.checklist.Answer;
import org.junit.jupiter.api.Test;

class DecideItemsTest {

    private static final ItemCode FIRST = ItemCode.of("OPS-01");
    private static final ItemCode SECOND = ItemCode.of("OPS-02");
    private static final Checklist OPEN =
            Folded.into(new Checklist(), Given.registered(), Given.opened());

    @Test
    void eachItemThatStandsOtherwiseNowIsOneEvent() {
        Checklist firstDecided = Folded.into(OPEN, Given.decided(FIRST));

        assertThat(decide(OPEN, circle(FIRST), circle(SECOND)))
                .isEqualTo(
                        new Decision(
                                "c-1", 3, List.of(Given.decided(FIRST), Given.decided(SECOND))));
        assertThat(decide(firstDecided, circle(FIRST), circle(SECOND)).events())
                .containsExactly(Given.decided(SECOND));
        assertThat(decide(firstDecided, circle(FIRST))).isEqualTo(Decision.withoutEffect("c-1", 2));
    }

    @Test
    void oneThatBreaksARuleStopsAllAndSaysWhereItStands() {
        WantedDecision broken = new WantedDecision(SECOND, Answer.NOT_NEEDED, null, null, null);

        Rejected.as(
                        Rejection.Kind.INVALID,
                        "reason-required",
                        () -> decide(OPEN, circle(FIRST), broken))
                .satisfies(
                        no ->
                                assertThat(no.violations())
                                        .containsExactly(
                                                Violation.of(
                                                        "decisions[1].reason", "reason-required")));
        Rejected.as(
                        Rejection.Kind.INVALID,
                        "item-unknown",
                        () -> decide(OPEN, circle(ItemCode.of("SYS-14"))))
                .satisfies(
                        no ->
                                assertThat(no.violations().getFirst().field())
                                        .isEqualTo("decisions[0].itemCode"));
    }

    @Test
    void anItemIsNamedOnceAndAtLeastOneIs() {
        Rejected.as(
                Rejection.Kind.INVALID,
                "entry-repeated",
                () -> decide(OPEN, circle(FIRST), circle(FIRST)));
        Rejected.as(Rejection.Kind.INVALID, "entries-required", () -> decide(OPEN));
    }

    @Test
    void nothingIsDecidedInReviewOrOnAnOlderVersion() {
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "checklist-in-review",
                () -> decide(Folded.into(OPEN, Given.submitted(1)), circle(FIRST)));
        Rejected.as(
                Rejection.Kind.STALE,
                "version-stale",
                () ->
                        DecideItemsHandler.decide(
                                new DecideItems(
                                        Given.CONTRACT, List.of(circle(FIRST)), Given.STAFF, 7L),
                                OPEN));
    }

    private static WantedDecision circle(ItemCode item) {
        return new WantedDecision(item, Answer.IMPLEMENT, null, null, null);
    }

    private static Decision decide(Checklist state, WantedDecision... decisions) {
        return DecideItemsHandler.decide(
                new DecideItems(Given.CONTRACT, List.of(decisions), Given.STAFF, null), state);
    }
}
