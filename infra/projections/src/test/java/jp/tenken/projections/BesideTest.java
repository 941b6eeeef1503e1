package jp.tenken.projections;

import static jp.tenken.projections.ProjectionFixture.eventually;
import static jp.tenken.projections.ProjectionFixture.get;
import static jp.tenken.projections.Sheets.MARKED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.tenken.projections.MemoryLog.Fact;
import jp.tenken.projections.Sheets.Line;
import jp.tenken.projections.Sheets.Marked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A history whose lines say what was before, from rows that the same events keep. */
class BesideTest {

    private static final List<String> TENANTS = List.of("t1", "t2");

    private static final View<Line> VIEW =
            View.of("changes", 1, Line.class)
                    .sort(line -> "%06d".formatted(line.sequence()))
                    .insertBeside(
                            Marked.class,
                            (event, envelope) -> List.of("line/" + envelope.sequence()),
                            (event, envelope, beside) -> {
                                Line last = beside.row(last(event));
                                return new Line(
                                        envelope.sequence(),
                                        (last == null ? "" : last.text()) + ">" + event.mark());
                            })
                    .on(
                            Marked.class,
                            BesideTest::last,
                            (row, event, envelope) -> new Line(0, event.mark()))
                    .build();

    private static String last(Marked event) {
        return "last/" + event.sheet() + "/" + event.item();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyLineSaysWhatWasBeforeHoweverTheLogIsCutIntoBatches(long seed) {
        Random random = new Random(seed);
        ProjectionSettings cramped =
                new ProjectionSettings(
                        1 + random.nextInt(7),
                        300,
                        200,
                        Duration.ZERO,
                        Duration.ofMillis(2),
                        100,
                        1);
        try (ProjectionFixture fixture = new ProjectionFixture().with(cramped)) {
            Map<String, List<String>> expected = new HashMap<>();
            Map<String, String> marks = new HashMap<>();
            for (int i = 0; i < 150; i++) {
                String tenant = TENANTS.get(random.nextInt(2));
                List<Fact> facts = new ArrayList<>();
                for (int event = random.nextInt(3); event >= 0; event--) {
                    String cell = random.nextInt(2) + "," + random.nextInt(2);
                    String mark = "m" + random.nextInt(4);
                    facts.add(MemoryLog.fact(MARKED, cell + "," + mark));
                    String before = marks.put(tenant + cell, mark);
                    expected.computeIfAbsent(tenant, unused -> new ArrayList<>())
                            .add((before == null ? "" : before) + ">" + mark);
                }
                fixture.log.append(tenant, facts.toArray(Fact[]::new));
            }
            fixture.store.lostAnswers.set(2);
            fixture.started(VIEW);
            fixture.caughtUp(VIEW.name());

            ViewReader<Line> reader = ViewReader.of(VIEW, fixture.store, Sheets.CODECS);
            for (String tenant : TENANTS) {
                assertThat(get(reader.list(RowQuery.live(tenant, 1_000))).rows())
                        .filteredOn(row -> row.row().sequence() > 0)
                        .extracting(row -> row.row().text())
                        .containsExactlyElementsOf(expected.get(tenant));
            }
        }
    }

    @Test
    void aViewStopsThatLooksAtARowWhichItsEventDoesNotTouch() {
        View<Line> careless =
                View.of("careless", 1, Line.class)
                        .insertBeside(
                                Marked.class,
                                (event, envelope) -> List.of(envelope.eventId()),
                                (event, envelope, beside) ->
                                        new Line(
                                                envelope.sequence(),
                                                String.valueOf(beside.row(last(event)))))
                        .build();
        try (ProjectionFixture fixture = new ProjectionFixture()) {
            fixture.log.append("t1", MemoryLog.fact(MARKED, "a,b,c"));
            ProjectionProcessor<Line> processor = fixture.started(careless);

            eventually("an alarm", processor::isError);
        }
    }
}
