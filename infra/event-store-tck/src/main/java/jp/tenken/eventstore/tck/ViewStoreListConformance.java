package jp.tenken.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowPage;
import jp.tenken.projections.RowQuery;
import org.junit.jupiter.api.Test;

/** Lists: filters, text, order, pages, the past; and a model check of all together. */
abstract class ViewStoreListConformance extends ViewStoreStage {

    @Test
    protected void aListIsInTheOrderOfSortThenKeyBothWays() {
        write(
                row(NORTH, "c", 1, "2"),
                row(NORTH, "b", 2, "1"),
                row(NORTH, "a", 3, "2"),
                row(NORTH, "d", 4, ""));

        assertThat(keys(RowQuery.live(NORTH, 10))).containsExactly("d", "b", "a", "c");
        assertThat(keys(query(Map.of(), null, null, null, true, 10, Row.OPEN)))
                .containsExactly("c", "a", "b", "d");
    }

    @Test
    protected void orderIsByUtf16CodeUnitNotByAnyAlphabet() {
        // The first is a surrogate pair, which UTF-8 would put behind the half-width kana.
        write(
                row(NORTH, "k1", 1, "𠮷野"),
                row(NORTH, "k2", 2, "ｱ"),
                row(NORTH, "k3", 3, "Z"),
                row(NORTH, "k4", 4, "a"),
                row(NORTH, "k5", 5, "区"));

        assertThat(keys(RowQuery.live(NORTH, 10))).containsExactly("k3", "k4", "k5", "k1", "k2");
        assertThat(keysPageByPage(RowQuery.live(NORTH, 1)))
                .containsExactly("k3", "k4", "k5", "k1", "k2");
    }

    @Test
    protected void pagesNeitherRepeatNorSkipWhereSortsAreEqual() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            expected.add("k%02d".formatted(i));
            write(row(NORTH, "k%02d".formatted(24 - i), i + 1, "same"));
        }
        for (int limit : List.of(1, 4, 5, 25, 100)) {
            assertThat(keysPageByPage(RowQuery.live(NORTH, limit))).isEqualTo(expected);
            assertThat(keysPageByPage(query(Map.of(), null, null, null, true, limit, Row.OPEN)))
                    .isEqualTo(expected.reversed());
        }
    }

    @Test
    protected void moreIsSaidExactlyWhenThereIsMore() {
        write(row(NORTH, "a", 1, "1"), row(NORTH, "b", 2, "2"));

        assertThat(Await.value(store.list(VIEW, RowQuery.live(NORTH, 1))).more()).isTrue();
        assertThat(Await.value(store.list(VIEW, RowQuery.live(NORTH, 2))).more()).isFalse();
        assertThat(Await.value(store.list(VIEW, RowQuery.live("nobody", 2))))
                .isEqualTo(new RowPage(List.of(), false));
    }

    @Test
    protected void aFilterTakesRowsWithTheValueAmongTheirsAndSeveralMustAllHold() {
        write(
                row(
                        NORTH,
                        "a",
                        1,
                        "1",
                        "",
                        Map.of("status", Set.of("red"), "reason", Set.of("x", "y"))),
                row(
                        NORTH,
                        "b",
                        2,
                        "2",
                        "",
                        Map.of("status", Set.of("red"), "reason", Set.of("y", "z"))),
                row(NORTH, "c", 3, "3", "", Map.of("status", Set.of("green"))),
                row(NORTH, "d", 4, "4"));

        assertThat(filtered(Map.of("reason", "y"))).containsExactly("a", "b");
        assertThat(filtered(Map.of("reason", "z"))).containsExactly("b");
        assertThat(filtered(Map.of("status", "red", "reason", "x"))).containsExactly("a");
        assertThat(filtered(Map.of("status", "green", "reason", "x"))).isEmpty();
        assertThat(filtered(Map.of("status", "Red"))).isEmpty();
        assertThat(filtered(Map.of())).containsExactly("a", "b", "c", "d");
    }

    @Test
    protected void textIsFoundAnywhereAndTakenLiterally() {
        write(
                row(NORTH, "a", 1, "1", "住民税業務委託", Map.of()),
                row(NORTH, "b", 2, "2", "100% 委託_業", Map.of()),
                row(NORTH, "c", 3, "3", "it's a \\ path", Map.of()),
                row(NORTH, "d", 4, "4"));

        assertThat(withText("業務")).containsExactly("a");
        assertThat(withText("委託")).containsExactly("a", "b");
        assertThat(withText("%")).containsExactly("b");
        assertThat(withText("_")).containsExactly("b");
        assertThat(withText("'s")).containsExactly("c");
        assertThat(withText("\\")).containsExactly("c");
        assertThat(withText("")).containsExactly("a", "b", "c", "d");
        assertThat(withText("A")).isEmpty();
    }

    @Test
    protected void theRangeOfSortsTakesItsBeginningAndLeavesItsEnd() {
        write(
                row(NORTH, "a", 1, "2026-01"),
                row(NORTH, "b", 2, "2026-02"),
                row(NORTH, "c", 3, "2026-03"));

        assertThat(keys(query(Map.of(), null, "2026-02", null, false, 9, Row.OPEN)))
                .containsExactly("b", "c");
        assertThat(keys(query(Map.of(), null, null, "2026-02", false, 9, Row.OPEN)))
                .containsExactly("a");
        assertThat(keys(query(Map.of(), null, "2026-01", "2026-03", true, 1, Row.OPEN)))
                .containsExactly("b");
        assertThat(keysPageByPage(query(Map.of(), null, "2026-01", "2026-03", true, 1, Row.OPEN)))
                .containsExactly("b", "a");
    }

    @Test
    protected void aListOfThePastShowsTheRowsAsTheyStoodThen() {
        write(row(NORTH, "a", 2, "1", "old", Map.of("status", Set.of("red"))));
        write(row(NORTH, "b", 4, "0"));
        write(row(NORTH, "a", 6, "9", "new", Map.of("status", Set.of("green"))));
        write(Row.removal(key(NORTH, "b"), 8));

        assertThat(keys(query(Map.of(), null, null, null, false, 9, 1))).isEmpty();
        assertThat(keys(query(Map.of(), null, null, null, false, 9, 2))).containsExactly("a");
        assertThat(keys(query(Map.of(), null, null, null, false, 9, 5))).containsExactly("b", "a");
        assertThat(keys(query(Map.of("status", "red"), "old", null, "5", false, 9, 5)))
                .containsExactly("a");
        assertThat(keys(query(Map.of("status", "red"), null, null, null, false, 9, 6))).isEmpty();
        assertThat(keysPageByPage(query(Map.of(), null, null, null, true, 1, 7)))
                .containsExactly("a", "b");
        assertThat(keys(query(Map.of(), null, null, null, false, 9, 8))).containsExactly("a");
        assertThat(keys(RowQuery.live(NORTH, 9))).containsExactly("a");
    }

    @Test
    protected void randomWritesAndQueriesAgreeWithTheReferenceStore() throws Exception {
        long seed = Scale.seed();
        Random random = new Random(seed);
        try (InMemoryViewStore reference = new InMemoryViewStore()) {
            Await.value(reference.create(SCHEMA));
            long sequence = 1;
            for (int batch = 0; batch < Scale.of(40); batch++) {
                List<Row> rows = randomBatch(random, sequence);
                sequence += 10;
                assertThat(Await.value(store.write(VIEW, batch, batch + 1, EPOCH, rows))).isTrue();
                assertThat(Await.value(reference.write(VIEW, batch, batch + 1, EPOCH, rows)))
                        .isTrue();
                for (int i = 0; i < 5; i++) {
                    agree(reference, randomQuery(random, sequence), "seed " + seed);
                }
            }
        }
    }

    private void agree(InMemoryViewStore reference, RowQuery first, String seed) {
        RowQuery query = first;
        while (true) {
            RowPage expected = Await.value(reference.list(VIEW, query));
            RowPage actual = Await.value(store.list(VIEW, query));
            assertSame(actual.rows(), expected.rows(), seed + ": " + query);
            assertThat(actual.more()).as(seed + ": " + query).isEqualTo(expected.more());
            if (!expected.more()) {
                return;
            }
            Row last = expected.rows().getLast();
            query = after(query, new RowQuery.After(last.sort(), last.key().key()));
        }
    }

    /** Each key at most once, now and then a removal, now and then two versions of one key. */
    private static List<Row> randomBatch(Random random, long sequence) {
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            String tenant = random.nextBoolean() ? NORTH : SOUTH;
            Row row =
                    row(
                            tenant,
                            "k" + k,
                            sequence,
                            "s" + random.nextInt(4),
                            "text " + random.nextInt(20),
                            Map.of(
                                    "status", Set.of("v" + random.nextInt(3)),
                                    "reason",
                                            Set.of(
                                                    "r" + random.nextInt(3),
                                                    "q" + random.nextInt(3))));
            switch (random.nextInt(5)) {
                case 0 -> rows.add(Row.removal(row.key(), sequence));
                case 1 -> {
                    rows.add(row.endedAt(sequence + 5));
                    rows.add(row(tenant, "k" + k, sequence + 5, "s" + random.nextInt(4)));
                }
                case 2, 3 -> rows.add(row);
                default -> {}
            }
        }
        return rows;
    }

    private static RowQuery randomQuery(Random random, long sequence) {
        return query(
                switch (random.nextInt(4)) {
                    case 0 -> Map.of("status", "v" + random.nextInt(3));
                    case 1 -> Map.of("reason", "q" + random.nextInt(3), "status", "v1");
                    default -> Map.of();
                },
                random.nextInt(4) == 0 ? "1" : null,
                random.nextInt(4) == 0 ? "s1" : null,
                random.nextInt(4) == 0 ? "s3" : null,
                random.nextBoolean(),
                1 + random.nextInt(5),
                random.nextBoolean() ? Row.OPEN : random.nextLong(sequence));
    }

    private List<String> filtered(Map<String, String> equal) {
        return keys(query(equal, null, null, null, false, 10, Row.OPEN));
    }

    private List<String> withText(String text) {
        return keys(query(Map.of(), text, null, null, false, 10, Row.OPEN));
    }
}
