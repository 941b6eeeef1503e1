package jp.tenken.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewProgress;
import jp.tenken.projections.ViewStore;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ViewStore} must do. An engine's test class extends this and says how to {@link
 * #open} a store; nothing else, and no test may be disabled.
 */
public abstract class ViewStoreConformance extends ViewStoreLifeConformance {

    @Test
    protected void aNewViewHasReadNothing() {
        assertThat(Await.value(store.progress(VIEW))).isEqualTo(ViewProgress.NONE);
        assertThat(Await.value(store.live(VIEW, List.of(key(NORTH, "a"))))).isEmpty();
        assertThat(Await.value(store.find(VIEW, key(NORTH, "a"), Row.OPEN))).isEmpty();
        assertThat(Await.value(store.list(VIEW, RowQuery.live(NORTH, 10))).rows()).isEmpty();
    }

    @Test
    protected void aRowComesBackAsItWasWritten() {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        Row odd =
                new Row(
                        key("市/№1", "鍵 'a'\"; --"),
                        3,
                        Row.OPEN,
                        "並び\n𠮷",
                        "本文 %_",
                        Map.of("status", Set.of("", "値", "a,b", "c|d")),
                        everyByte);
        Row empty = new Row(key("市/№1", "e"), 4, Row.OPEN, "", "", Map.of(), new byte[0]);
        Row large = new Row(key("市/№1", "l"), 5, Row.OPEN, "", "", Map.of(), new byte[1 << 20]);
        write(odd, empty, large);

        for (Row row : List.of(odd, empty, large)) {
            assertSame(List.of(present(row, Row.OPEN)), List.of(row), "found");
            assertSame(
                    List.copyOf(Await.value(store.live(VIEW, List.of(row.key()))).values()),
                    List.of(row),
                    "live");
        }
        assertThat(
                        Await.value(
                                        store.list(
                                                VIEW,
                                                new RowQuery(
                                                        "市/№1",
                                                        Map.of("status", "a,b"),
                                                        null,
                                                        null,
                                                        null,
                                                        false,
                                                        null,
                                                        5,
                                                        Row.OPEN)))
                                .rows())
                .hasSize(1);
    }

    @Test
    protected void aNewVersionEndsTheOneBeforeAndThePastStays() {
        write(row(NORTH, "a", 3, "first"));
        write(row(NORTH, "a", 7, "second"));

        assertThat(sortAt("a", 2)).isEqualTo("-");
        assertThat(sortAt("a", 3)).isEqualTo("first");
        assertThat(sortAt("a", 6)).isEqualTo("first");
        assertThat(sortAt("a", 7)).isEqualTo("second");
        assertThat(sortAt("a", 1_000)).isEqualTo("second");
        assertThat(sortAt("a", Row.OPEN)).isEqualTo("second");
        Row first = Await.value(store.find(VIEW, key(NORTH, "a"), 3)).orElseThrow();
        assertThat(first.since()).isEqualTo(3);
        assertThat(first.until()).isEqualTo(7);
        assertThat(first.live()).isFalse();
    }

    @Test
    protected void aBatchMayHoldSeveralVersionsOfOneRow() {
        write(row(NORTH, "a", 1, "first"));
        write(
                row(NORTH, "a", 4, "second").endedAt(6),
                row(NORTH, "a", 6, "third"),
                row(NORTH, "b", 5, "other"));

        assertThat(sortAt("a", 3)).isEqualTo("first");
        assertThat(sortAt("a", 4)).isEqualTo("second");
        assertThat(sortAt("a", 5)).isEqualTo("second");
        assertThat(sortAt("a", 6)).isEqualTo("third");
        assertThat(Await.value(store.find(VIEW, key(NORTH, "a"), 1)).orElseThrow().until())
                .isEqualTo(4);
    }

    @Test
    protected void aRemovedRowIsGoneButStaysInThePastAndMayComeAgain() {
        write(row(NORTH, "a", 2, "first"));
        write(Row.removal(key(NORTH, "a"), 5));
        assertThat(sortAt("a", Row.OPEN)).isEqualTo("-");
        assertThat(Await.value(store.live(VIEW, List.of(key(NORTH, "a"))))).isEmpty();
        assertThat(sortAt("a", 4)).isEqualTo("first");
        assertThat(sortAt("a", 5)).isEqualTo("-");

        write(row(NORTH, "a", 9, "again"));
        assertThat(sortAt("a", 8)).isEqualTo("-");
        assertThat(sortAt("a", Row.OPEN)).isEqualTo("again");
        assertThat(sortAt("a", 4)).isEqualTo("first");
    }

    @Test
    protected void writingAVersionThatIsThereReplacesIt() {
        write(row(NORTH, "a", 2, "first"));
        write(row(NORTH, "a", 5, "wrong"));
        write(row(NORTH, "a", 5, "right"));

        assertThat(sortAt("a", Row.OPEN)).isEqualTo("right");
        assertThat(sortAt("a", 4)).isEqualTo("first");
        assertThat(keys(RowQuery.live(NORTH, 10))).containsExactly("a");
        assertThat(keys(query(Map.of(), null, "wrong", null, false, 9, Row.OPEN))).isEmpty();
    }

    @Test
    protected void aBatchAppliesOnceHoweverOftenItIsOffered() {
        List<Row> batch = List.of(row(NORTH, "a", 3, "first"));
        assertThat(Await.value(store.write(VIEW, 0, 9, EPOCH, batch))).isTrue();
        assertThat(Await.value(store.write(VIEW, 0, 9, EPOCH, batch))).isFalse();
        assertThat(Await.value(store.progress(VIEW))).isEqualTo(new ViewProgress(9, EPOCH));
        assertThat(sortAt("a", Row.OPEN)).isEqualTo("first");
    }

    @Test
    protected void aSecondWriterIsRefusedByPositionAndChangesNothing() {
        write(row(NORTH, "a", 3, "first"));

        assertThat(
                        Await.value(
                                store.write(
                                        VIEW,
                                        0,
                                        2,
                                        new UUID(2, 2),
                                        List.of(
                                                row(NORTH, "a", 4, "late"),
                                                row(NORTH, "b", 4, "late")))))
                .isFalse();
        assertThat(
                        Await.value(
                                store.write(
                                        VIEW, 5, 6, EPOCH, List.of(row(NORTH, "a", 9, "early")))))
                .isFalse();
        assertThat(Await.value(store.progress(VIEW))).isEqualTo(new ViewProgress(1, EPOCH));
        assertThat(keys(RowQuery.live(NORTH, 10))).containsExactly("a");
        assertThat(sortAt("a", Row.OPEN)).isEqualTo("first");
    }

    @Test
    protected void ofManyWritersAtOnceExactlyOneIsTaken() {
        for (int round = 0; round < 10; round++) {
            List<CompletableFuture<Boolean>> writes = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                writes.add(
                        store.write(
                                VIEW,
                                round,
                                round + 1,
                                EPOCH,
                                List.of(row(NORTH, "a", round + 1, "w" + writer))));
            }
            assertThat(writes.stream().filter(Await::value).count()).isEqualTo(1);
        }
        assertThat(Await.value(store.progress(VIEW)).position()).isEqualTo(10);
    }

    @Test
    protected void thePositionMovesAlsoWithoutRows() {
        assertThat(Await.value(store.write(VIEW, 0, 500, EPOCH, List.of()))).isTrue();
        assertThat(Await.value(store.progress(VIEW))).isEqualTo(new ViewProgress(500, EPOCH));
    }

    @Test
    protected void tenantsWithEqualKeysDoNotSeeEachOther() {
        write(row(NORTH, "a", 1, "north", "text", Map.of("status", Set.of("red"))));
        write(row(SOUTH, "a", 1, "south", "text", Map.of("status", Set.of("red"))));
        write(row(SOUTH, "a", 2, "south again", "text", Map.of("status", Set.of("red"))));

        assertThat(sortAt("a", Row.OPEN)).isEqualTo("north");
        assertThat(Await.value(store.find(VIEW, key(SOUTH, "a"), 1)).orElseThrow().sort())
                .isEqualTo("south");
        assertThat(
                        Await.value(
                                store.live(
                                        VIEW,
                                        List.of(
                                                key(NORTH, "a"),
                                                key(SOUTH, "a"),
                                                key("nobody", "a")))))
                .containsOnlyKeys(key(NORTH, "a"), key(SOUTH, "a"));
        assertThat(
                        Await.value(
                                        store.list(
                                                VIEW,
                                                query(
                                                        Map.of("status", "red"),
                                                        "text",
                                                        null,
                                                        null,
                                                        false,
                                                        9,
                                                        2)))
                                .rows())
                .extracting(Row::sort)
                .containsExactly("north");
    }

    @Test
    protected void manyRowsAreWrittenAndFoundAtOnce() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            rows.add(row(NORTH, "k%05d".formatted(i), i + 1, "s"));
        }
        write(rows.toArray(new Row[0]));
        assertThat(Await.value(store.live(VIEW, rows.stream().map(Row::key).toList())))
                .hasSize(3_000);
        assertThat(Await.value(store.list(VIEW, RowQuery.live(NORTH, 10_000))).rows())
                .hasSize(3_000);
    }

    private Row present(Row row, long sequence) {
        return Await.value(store.find(VIEW, row.key(), sequence)).orElseThrow();
    }
}
