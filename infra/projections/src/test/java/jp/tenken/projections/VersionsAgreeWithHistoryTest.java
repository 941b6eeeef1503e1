package jp.tenken.projections;

import static jp.tenken.projections.MemoryLog.fact;
import static jp.tenken.projections.ProjectionFixture.get;
import static jp.tenken.projections.Sheets.DISCARDED;
import static jp.tenken.projections.Sheets.LINKED;
import static jp.tenken.projections.Sheets.MARKED;
import static jp.tenken.projections.Sheets.OPENED;
import static jp.tenken.projections.Sheets.UNHANDLED;
import static jp.tenken.projections.Sheets.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.projections.Sheets.Discarded;
import jp.tenken.projections.Sheets.Linked;
import jp.tenken.projections.Sheets.Marked;
import jp.tenken.projections.Sheets.Opened;
import jp.tenken.projections.Sheets.Sheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of two tenants with equal keys, projected in small batches with a cache that is
 * too small, over a store that fails now and then: at every sequence the rows are what a plain fold
 * of the events says.
 */
class VersionsAgreeWithHistoryTest {

    private static final List<String> TENANTS = List.of("t1", "t2");
    private static final int COMMITS = 250;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void atEverySequenceTheRowsAreWhatTheEventsSay(long seed) {
        Random random = new Random(seed);
        ProjectionSettings cramped =
                new ProjectionSettings(
                        1 + random.nextInt(9),
                        400,
                        900,
                        Duration.ZERO,
                        Duration.ofMillis(2),
                        100,
                        1);
        try (ProjectionFixture fixture = new ProjectionFixture().with(cramped)) {
            fixture.store.lostAnswers.set(random.nextInt(6));
            fixture.store.refusals.set(random.nextInt(6));
            int before = random.nextInt(COMMITS);
            for (int i = 0; i < before; i++) {
                appendSomething(fixture.log, random);
            }
            ProjectionProcessor<Sheet> processor = fixture.started(VIEW);
            for (int i = before; i < COMMITS; i++) {
                appendSomething(fixture.log, random);
            }
            fixture.caughtUp(VIEW.name());

            assertThat(processor.isError()).isFalse();
            for (String tenant : TENANTS) {
                compare(fixture, tenant);
            }
        }
    }

    private static void compare(ProjectionFixture fixture, String tenant) {
        ViewReader<Sheet> reader = ViewReader.of(VIEW, fixture.store, Sheets.CODECS);
        TreeMap<String, Sheet> expected = new TreeMap<>();
        for (Commit commit : fixture.log.commits()) {
            if (commit.header().tenant().equals(tenant)) {
                commit.events().forEach(event -> apply(event, expected));
                long sequence = commit.header().lastTenantSequence();
                RowQuery asOf =
                        new RowQuery(
                                tenant, Map.of(), null, null, null, false, null, 1_000, sequence);
                assertThat(get(reader.list(asOf)).rows())
                        .as("rows of %s at %d", tenant, sequence)
                        .extracting(ViewRow::row)
                        .containsExactlyElementsOf(expected.values());
            }
        }
        assertThat(get(reader.list(RowQuery.live(tenant, 1_000))).rows())
                .extracting(ViewRow::row)
                .containsExactlyElementsOf(expected.values());
    }

    /** The rules of the view, written a second time without views. */
    private static void apply(StoredEvent event, Map<String, Sheet> sheets) {
        if (event.name().equals(UNHANDLED)) {
            return;
        }
        switch (Sheets.decode(event)) {
            case Opened opened ->
                    sheets.put(opened.sheet(), new Sheet(opened.sheet(), new TreeMap<>(), 0));
            case Marked marked ->
                    sheets.computeIfPresent(
                            marked.sheet(),
                            (id, sheet) -> sheet.marked(marked.item(), marked.mark()));
            case Linked linked ->
                    linked.sheets().stream()
                            .distinct()
                            .forEach(
                                    id -> {
                                        Sheet sheet =
                                                sheets.getOrDefault(
                                                        id, new Sheet(id, new TreeMap<>(), 0));
                                        sheets.put(
                                                id,
                                                new Sheet(id, sheet.marks(), sheet.links() + 1));
                                    });
            case Discarded discarded -> sheets.remove(discarded.sheet());
            default -> throw new AssertionError(event);
        }
    }

    private static void appendSomething(MemoryLog log, Random random) {
        List<MemoryLog.Fact> facts = new ArrayList<>();
        int events = 1 + random.nextInt(4);
        for (int i = 0; i < events; i++) {
            String sheet = "s" + random.nextInt(12);
            facts.add(
                    switch (random.nextInt(10)) {
                        case 0, 1 -> fact(OPENED, sheet);
                        case 2 -> fact(DISCARDED, sheet);
                        case 3 -> fact(LINKED, sheet + ",s" + random.nextInt(12));
                        case 4 -> fact(UNHANDLED, "");
                        default ->
                                fact(
                                        MARKED,
                                        sheet + ",i" + random.nextInt(3) + "," + random.nextInt(3));
                    });
        }
        log.append(TENANTS.get(random.nextInt(2)), facts.toArray(MemoryLog.Fact[]::new));
    }
}
