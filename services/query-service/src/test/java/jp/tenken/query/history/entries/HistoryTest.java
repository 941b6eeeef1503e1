package jp.tenken.query.history.entries;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.implement;
import static jp.tenken.query.Samples.minus;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the history remembers between events, so that an entry can say what stood before. */
class HistoryTest {

    private static final String ITEM = HistoryKeys.item(ContractId.of("a"), ItemCode.of("OPS-01"));

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void theLatestAnswerOfAnItemIsKeptAndTheOneBeforeStaysReadable() {
        side.commit(SHINJUKU, registered("a", "1", "0101"), opened("a"));
        long first = side.commit(SHINJUKU, implement("a", "OPS-01"));
        side.commit(SHINJUKU, minus("a", "OPS-01", "紙のみ"));

        assertThat(side.row(History.VIEW, SHINJUKU, ITEM, first).orElseThrow().answer())
                .isNotNull()
                .isNotEqualTo(side.row(History.VIEW, SHINJUKU, ITEM).orElseThrow().answer());
        assertThat(side.row(History.VIEW, SHIBUYA, ITEM)).isEmpty();
        assertThat(side.appliedAgain()).isZero();
    }

    @Test
    void onlyEntriesAreListed() {
        side.commit(SHINJUKU, registered("a", "1", "0101"), opened("a"));

        HistoryRow contract =
                side.row(History.VIEW, SHINJUKU, HistoryKeys.contract(ContractId.of("a")))
                        .orElseThrow();

        assertThat(contract.entry()).isNull();
        assertThat(contract.contract()).isNotNull();
    }
}
