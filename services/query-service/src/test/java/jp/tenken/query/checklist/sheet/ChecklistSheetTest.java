package jp.tenken.query.checklist.sheet;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.implement;
import static jp.tenken.query.Samples.minus;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The row of a checklist, event by event. */
class ChecklistSheetTest {

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void everyEventOfTheChecklistMakesAVersionAndTheEarlierOnesStay() {
        long registered = side.commit(SHINJUKU, registered("a", "1", "0101"));
        long opened = side.commit(SHINJUKU, opened("a"));
        side.commit(SHINJUKU, implement("a", "OPS-01"), minus("a", "OPS-02", "紙のみ"));

        assertThat(at(registered).version()).isZero();
        assertThat(at(registered).template()).isNull();
        assertThat(at(opened).version()).isEqualTo(1);
        assertThat(at(opened).answers().decided()).isEmpty();
        ChecklistRow now = side.row(ChecklistSheet.VIEW, SHINJUKU, "a").orElseThrow();
        assertThat(now.version()).isEqualTo(3);
        assertThat(now.answers().decided()).containsOnlyKeys("OPS-01", "OPS-02");
        assertThat(side.appliedAgain()).isZero();
    }

    @Test
    void aContractOfAnotherMunicipalityHasARowOfItsOwn() {
        side.commit(SHINJUKU, registered("a", "1", "0101"), opened("a"), implement("a", "OPS-01"));
        side.commit(SHIBUYA, registered("a", "1", "0101"), opened("a"));

        assertThat(side.row(ChecklistSheet.VIEW, SHIBUYA, "a").orElseThrow().answers().decided())
                .isEmpty();
    }

    private ChecklistRow at(long sequence) {
        return side.row(ChecklistSheet.VIEW, SHINJUKU, "a", sequence).orElseThrow();
    }
}
