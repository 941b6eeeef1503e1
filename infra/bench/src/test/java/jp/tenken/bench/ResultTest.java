package jp.tenken.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as passed, and what is printed of it. */
class ResultTest {

    @Test
    void aLeastBarIsReachedFromAbove() {
        assertThat(new Result("append", "sqlite", 0.80, 0.80, false, true).pass()).isTrue();
        assertThat(new Result("append", "sqlite", 0.79, 0.80, false, true).pass()).isFalse();
    }

    @Test
    void aMostBarIsReachedFromBelow() {
        assertThat(new Result("source", "sqlite", 1.50, 1.50, true, true).pass()).isTrue();
        assertThat(new Result("source", "sqlite", 1.51, 1.50, true, true).pass()).isFalse();
    }

    @Test
    void whatIsNoNumberNeverPasses() {
        assertThat(new Result("source", "sqlite", Double.NaN, 1.5, true, true).pass()).isFalse();
        assertThat(new Result("append", "sqlite", Double.NaN, 0.8, false, true).pass()).isFalse();
    }

    @Test
    void whatIsForOrientationOnlyNeverPasses() {
        assertThat(new Result("append", "mongodb", 0.99, 0.80, false, false).pass()).isFalse();
        assertThat(new Result("source", "mongodb", 1.00, 1.50, true, false).pass()).isFalse();
    }

    @Test
    void theLineNamesMeasureEngineRatioBarAndVerdict() {
        assertThat(new Result("append", "sqlite", 0.8765, 0.8, false, true).line())
                .isEqualTo("RESULT name=append engine=sqlite ratio=0.877 bar=0.80 pass=true");
    }

    @Test
    void theMedianIsTheMiddle() {
        assertThat(Figures.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5.0);
        assertThat(Figures.median(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3.0);
        assertThat(Figures.percentile(new long[] {5, 1, 4, 2, 3}, 0.5)).isEqualTo(3);
        assertThat(Figures.percentile(new long[] {5, 1, 4, 2, 3}, 1.0)).isEqualTo(5);
    }
}
