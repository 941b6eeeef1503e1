package jp.tenken.query.contract.status;

import static jp.tenken.query.Samples.ITEMS;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.decided;
import static jp.tenken.query.Samples.facts;
import static jp.tenken.query.Samples.implement;
import static jp.tenken.query.Samples.minus;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusRuleTest {

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void aContractWithoutChecklistIsInOrderSinceItsRegistration() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"));

        StatusRule.Standing standing = standing();

        assertThat(standing.status()).isEqualTo(ContractStatus.IN_ORDER);
        assertThat(standing.reasons())
                .containsExactly(
                        new StatusReason(
                                ContractStatus.IN_ORDER,
                                List.of(),
                                List.of("131041-1"),
                                ReadSide.BEGIN,
                                null));
    }

    @Test
    void blankItemsAreNamedWithTheEventThatOpenedTheChecklist() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), facts("c1", "{}"), opened("c1"));
        side.commit(SHINJUKU, implement("c1", "OPS-01"), minus("c1", "OPS-06", "手交なし"));

        StatusRule.Standing standing = standing();

        assertThat(standing.status()).isEqualTo(ContractStatus.UNDECIDED_ITEMS);
        StatusReason reason = standing.reasons().getFirst();
        assertThat(reason.itemCodes())
                .hasSize(22)
                .isSorted()
                .doesNotContain(ItemCode.of("OPS-01"), ItemCode.of("OPS-06"));
        assertThat(reason.eventIds()).containsExactly("131041-3");
        assertThat(reason.since()).isEqualTo(ReadSide.BEGIN);
        assertThat(standing.nextChangeAt()).isNull();
    }

    @Test
    void aCompleteChecklistIsInOrderSinceTheDecisionThatCompletedIt() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHINJUKU, all("c1"));
        side.commit(SHINJUKU, minus("c1", "OPS-01", "再確認"));

        StatusRule.Standing standing = standing();

        assertThat(standing.status()).isEqualTo(ContractStatus.IN_ORDER);
        assertThat(standing.reasons())
                .containsExactly(
                        new StatusReason(
                                ContractStatus.IN_ORDER,
                                List.of(),
                                List.of("131041-26"),
                                ReadSide.BEGIN.plusSeconds(1),
                                null));
    }

    @Test
    void anItemThatIsDecidedAgainCountsOnce() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(
                SHINJUKU,
                minus("c1", "OPS-06", "手交なし"),
                implement("c1", "OPS-06"),
                minus("c1", "OPS-07", "手交なし"),
                decided("c1", "OPS-07", Answer.NOT_NEEDED, "電子のみ"));

        ItemStanding items = Objects.requireNonNull(row().matters().items());

        assertThat(items.count()).isEqualTo(2);
        assertThat(items.implemented()).isEqualTo(1);
        assertThat(items.decided().notNeeded()).containsExactly(ItemCode.of("OPS-07"));
    }

    @Test
    void everyEventAboutTheContractItselfRaisesItsVersionAndNoOtherDoes() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHINJUKU, implement("c1", "OPS-01"));
        assertThat(row().version()).isEqualTo(1);

        side.commit(SHINJUKU, facts("c1", "{\"mediaPaper\":true}"));
        assertThat(row().version()).isEqualTo(2);
    }

    @Test
    void statusesAreDeclaredWorstFirst() {
        assertThat(Arrays.stream(ContractStatus.values()).map(ContractStatus::word))
                .containsExactly(
                        "incident_open",
                        "overdue",
                        "consultation_open",
                        "undecided_items",
                        "stale",
                        "evidence_missing",
                        "in_order",
                        "closed");
    }

    private static Object[] all(String id) {
        return ITEMS.stream().map(item -> implement(id, item.value())).toArray();
    }

    private StatusRule.Standing standing() {
        return StatusRule.statusAt(row(), ReadSide.BEGIN.plusSeconds(60));
    }

    private ContractRow row() {
        return side.row(ContractStatusView.VIEW, SHINJUKU, "c1").orElseThrow();
    }
}
