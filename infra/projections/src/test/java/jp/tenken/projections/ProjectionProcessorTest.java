package jp.tenken.projections;

import static jp.tenken.projections.MemoryLog.fact;
import static jp.tenken.projections.ProjectionFixture.eventually;
import static jp.tenken.projections.ProjectionFixture.get;
import static jp.tenken.projections.Sheets.DISCARDED;
import static jp.tenken.projections.Sheets.LINKED;
import static jp.tenken.projections.Sheets.MARKED;
import static jp.tenken.projections.Sheets.OPENED;
import static jp.tenken.projections.Sheets.UNHANDLED;
import static jp.tenken.projections.Sheets.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Commit;
import jp.tenken.projections.Sheets.Line;
import jp.tenken.projections.Sheets.Opened;
import jp.tenken.projections.Sheets.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectionProcessorTest {

    private final ProjectionFixture fixture = new ProjectionFixture();
    private final MemoryLog log = fixture.log;
    private final MemoryViews store = fixture.store;
    private final ViewReader<Sheet> reader = ViewReader.of(VIEW, store, Sheets.CODECS);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void writesOneVersionPerRowAndCommit() {
        log.append("t", fact(OPENED, "s"), fact(MARKED, "s,a,yes"));
        log.append("t", fact(MARKED, "s,a,no"), fact(MARKED, "s,b,yes"), fact(MARKED, "s,a,yes"));

        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());

        assertThat(store.contents(VIEW.name()))
                .isEqualTo(
                        Map.of(
                                "RowKey[tenant=t, key=s]@2",
                                "5 s yes {mark=[yes]} s;0;a=yes",
                                "RowKey[tenant=t, key=s]@5",
                                Row.OPEN + " s yes yes {mark=[yes]} s;0;a=yes,b=yes"));
        assertThat(get(reader.find("t", "s", 1))).isEmpty();
        assertThat(get(reader.find("t", "s", 4)).orElseThrow().row().marks())
                .isEqualTo(Map.of("a", "yes"));
    }

    @Test
    void writesNoVersionWhereACommitLeavesTheRowAsItWas() {
        log.append("t", fact(OPENED, "s"), fact(MARKED, "s,a,yes"));
        log.append("t", fact(MARKED, "s,a,no"), fact(MARKED, "s,a,yes"));

        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());

        assertThat(store.contents(VIEW.name())).containsOnlyKeys("RowKey[tenant=t, key=s]@2");
    }

    @Test
    void removesARowAndKeepsWhatItSaidBefore() {
        log.append("t", fact(OPENED, "s"));
        log.append("t", fact(DISCARDED, "s"));
        log.append("t", fact(MARKED, "s,a,yes"));
        log.append("t", fact(OPENED, "s"));

        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());

        assertThat(get(reader.find("t", "s", 1))).isPresent();
        assertThat(get(reader.find("t", "s", 2))).isEmpty();
        assertThat(get(reader.find("t", "s", 3))).isEmpty();
        assertThat(get(reader.find("t", "s"))).isPresent();
    }

    @Test
    void changesSeveralRowsByOneEvent() {
        log.append("t", fact(OPENED, "a"));
        log.append("t", fact(LINKED, "a,b,a"));

        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());

        ViewRows<Sheet> rows = get(reader.list(RowQuery.live("t", 10)));
        assertThat(rows.rows())
                .extracting(ViewRow::row)
                .containsExactly(
                        new Sheet("a", new TreeMap<>(), 1), new Sheet("b", new TreeMap<>(), 1));
        assertThat(rows.rows()).extracting(ViewRow::since).containsOnly(2L);
    }

    @Test
    void movesOverEventsNobodyHandlesWithoutReadingTheirPayload() {
        for (int i = 0; i < 120; i++) {
            log.append("t", fact(UNHANDLED, "x"), fact(UNHANDLED, "y"));
        }

        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());

        assertThat(get(store.progress(VIEW.name()))).isEqualTo(new ViewProgress(240, log.epoch()));
        assertThat(store.contents(VIEW.name())).isEmpty();
        assertThat(fixture.decoded).hasValue(0);
    }

    @Test
    void movesOverErasedCommitsWithoutCallingAHandler() {
        log.append("t", fact(OPENED, "s"));
        Commit erased = log.append("t", fact(OPENED, "gone"), fact(MARKED, "s,a,yes"));
        log.append("t", fact(MARKED, "gone,a,yes"), fact(MARKED, "s,b,yes"));
        log.bury(erased);

        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());

        assertThat(get(reader.find("t", "gone"))).isEmpty();
        assertThat(get(reader.find("t", "s")).orElseThrow().row().marks())
                .isEqualTo(Map.of("b", "yes"));
        assertThat(get(store.progress(VIEW.name())).position()).isEqualTo(5);
    }

    @Test
    void followsTheLogAsItGrows() {
        ProjectionProcessor<Sheet> processor = fixture.started(VIEW);
        for (int i = 0; i < 50; i++) {
            log.append("t", fact(OPENED, "s" + i));
            fixture.caughtUp(VIEW.name());
            assertThat(get(reader.find("t", "s" + i))).isPresent();
        }
        eventually("live", () -> processor.status().state() == ViewState.LIVE);
        assertThat(processor.status().lag()).isZero();
        assertThat(processor.isRunning()).isTrue();
        assertThat(processor.isError()).isFalse();
    }

    @Test
    void givesHandlersTheEnvelopeOfTheirEvent() {
        View<Line> view =
                View.of("envelopes", 1, Line.class)
                        .insertPerEvent(
                                Opened.class,
                                (event, envelope) ->
                                        new Line(
                                                envelope.sequence(),
                                                String.join(
                                                        "|",
                                                        envelope.tenant(),
                                                        Long.toString(envelope.commitSequence()),
                                                        envelope.commitId().toString(),
                                                        envelope.eventId(),
                                                        envelope.name(),
                                                        envelope.version(),
                                                        envelope.time().toString(),
                                                        envelope.recordedAt().toString(),
                                                        envelope.metadata("actor"))))
                        .build();
        log.append("other", fact(UNHANDLED, ""));
        log.append("t", fact(UNHANDLED, ""), fact(OPENED, "s"), fact(UNHANDLED, ""));

        fixture.started(view);
        fixture.caughtUp(view.name());

        assertThat(
                        get(ViewReader.of(view, store, Sheets.CODECS).find("t", "event-3"))
                                .orElseThrow()
                                .row())
                .isEqualTo(
                        new Line(
                                2,
                                "t|3|%s|event-3|test.Opened|1|2026-04-01T00:00:02Z|2026-04-01T00:00:02.000007Z|tanaka"
                                        .formatted(new UUID(0, 2))));
    }

    @Test
    void neverShowsOneTenantTheRowsOfAnother() {
        log.append("t1", fact(OPENED, "s"));
        log.append("t2", fact(OPENED, "s"), fact(MARKED, "s,a,secret"));
        log.append("t1", fact(MARKED, "s,a,plain"));

        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());

        assertThat(get(reader.find("t1", "s")).orElseThrow().row().marks())
                .isEqualTo(Map.of("a", "plain"));
        assertThat(get(reader.find("t2", "s")).orElseThrow().row().marks())
                .isEqualTo(Map.of("a", "secret"));
        assertThat(get(reader.list(RowQuery.live("t1", 10))).rows()).hasSize(1);
        assertThat(get(reader.find("t3", "s"))).isEmpty();
    }

    @Test
    void neverLooksForRowsThatCannotBeThere() {
        for (int i = 0; i < 200; i++) {
            log.append("t", fact(OPENED, "s" + i), fact(MARKED, "s" + i + ",a,yes"));
        }

        fixture.started(VIEW);
        fixture.started(Sheets.HISTORY);
        fixture.caughtUp(VIEW.name());
        fixture.caughtUp(Sheets.HISTORY.name());

        assertThat(store.loads).hasValue(0);
    }

    @Test
    void goesOnWhereAnEarlierProcessStopped() {
        log.append("t", fact(OPENED, "s"), fact(MARKED, "s,a,yes"));
        ProjectionProcessor<Sheet> first = fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());
        get(first.shutdown());
        assertThat(first.status().state()).isEqualTo(ViewState.STOPPED);
        fixture.decoded.set(0);
        log.append("t", fact(MARKED, "s,b,yes"));

        fixture.assemble();
        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());

        assertThat(fixture.decoded).hasValue(1);
        assertThat(get(reader.find("t", "s")).orElseThrow().row().marks())
                .isEqualTo(Map.of("a", "yes", "b", "yes"));
    }

    @Test
    void losesNothingWhenTheProcessDiesBetweenReadingAndWriting() {
        log.append("t", fact(OPENED, "s"));
        CompletableFuture<Void> never = new CompletableFuture<>();
        store.gate = never;
        ProjectionProcessor<Sheet> dying = fixture.started(VIEW);
        eventually("the write is under way", () -> store.offered.get() == 1);
        assertThat(dying.isRunning()).isTrue();

        store.gate = CompletableFuture.completedFuture(null);
        fixture.assemble();
        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());
        Map<String, String> before = store.contents(VIEW.name());
        never.complete(null);
        eventually("the dead process was refused", () -> !fixture.pauses.isEmpty());

        assertThat(before).hasSize(1);
        assertThat(store.contents(VIEW.name())).isEqualTo(before);
    }

    @Test
    void waitsForTheWriteThatIsUnderWayWhenItIsShutDown() {
        log.append("t", fact(OPENED, "s"));
        CompletableFuture<Void> gate = new CompletableFuture<>();
        store.gate = gate;
        ProjectionProcessor<Sheet> processor = fixture.started(VIEW);
        eventually("the write is under way", () -> store.offered.get() == 1);

        CompletableFuture<Void> stopped = processor.shutdown();
        boolean early = stopped.isDone();
        gate.complete(null);
        get(stopped);

        assertThat(early).isFalse();
        assertThat(processor.isRunning()).isFalse();
        get(processor.start());
        fixture.caughtUp(VIEW.name());
        assertThat(get(reader.find("t", "s"))).isPresent();
    }

    @Test
    void changesNothingWhenABatchIsAppliedAgainBecauseItsAnswerWasLost() {
        for (int i = 0; i < 300; i++) {
            log.append("t", fact(LINKED, "s" + i % 7));
        }
        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());
        Map<String, String> expected = store.contents(VIEW.name());

        try (ProjectionFixture other = new ProjectionFixture()) {
            other.log = log;
            other.assemble();
            other.store.lostAnswers.set(4);
            other.started(VIEW);
            other.caughtUp(VIEW.name());

            assertThat(other.store.contents(VIEW.name())).isEqualTo(expected);
            assertThat(other.pauses).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void triesAgainWithGrowingPausesWhileTheStorageIsAway() {
        store.refusals.set(5);
        log.append("t", fact(OPENED, "s"));

        ProjectionProcessor<Sheet> processor = fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());

        assertThat(fixture.pauses)
                .containsExactly(
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofMillis(4),
                        Duration.ofMillis(4),
                        Duration.ofMillis(4));
        assertThat(processor.isError()).isFalse();
        assertThat(processor.status().failure()).isNull();
    }

    @Test
    void triesAgainWhileTheLogCannotBeRead() {
        log.append("t", fact(OPENED, "s"));
        log.failingReads.set(3);

        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());

        assertThat(fixture.pauses).hasSize(3);
        assertThat(fixture.alarms).isEmpty();
    }

    @Test
    void canBeShutDownWhileItWaitsForTheStorage() {
        fixture.with(
                new ProjectionSettings(50, 1, 1, Duration.ofHours(1), Duration.ofHours(1), 1, 1));
        store.refusals.set(Integer.MAX_VALUE);
        ProjectionProcessor<Sheet> processor = fixture.started(VIEW);
        eventually("it waits", () -> processor.status().state() == ViewState.RETRYING);
        assertThat(processor.status().failure()).contains("the store is away");

        get(processor.shutdown());

        assertThat(processor.status().state()).isEqualTo(ViewState.STOPPED);
    }

    @Test
    void yieldsToAnotherWriterOfTheSameViewWithoutDamage() {
        ProjectionProcessor<Sheet> processor = fixture.started(VIEW);
        log.append("t", fact(OPENED, "s"));
        fixture.caughtUp(VIEW.name());
        CompletableFuture<Void> gate = new CompletableFuture<>();
        store.gate = gate;
        log.append("t", fact(MARKED, "s,a,yes"));
        eventually("the write is under way", () -> store.offered.get() == 2);
        store.gate = CompletableFuture.completedFuture(null);
        Row foreign =
                VIEW.version(
                        new RowKey("t", "s"),
                        2,
                        new Sheet("s", new TreeMap<>(Map.of("a", "other")), 0),
                        new byte[0]);
        assertThat(get(store.write(VIEW.name(), 1, 2, log.epoch(), List.of(foreign)))).isTrue();

        gate.complete(null);
        fixture.caughtUp(VIEW.name());

        assertThat(store.contents(VIEW.name()).get("RowKey[tenant=t, key=s]@2"))
                .contains("{mark=[other]}");
        assertThat(processor.isError()).isFalse();
    }

    @Test
    void startsOverWhenItsRowsComeFromAnotherLog() {
        log.append("t", fact(OPENED, "s"));
        log.append("t", fact(OPENED, "only here"));
        ProjectionProcessor<Sheet> first = fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());
        get(first.shutdown());

        fixture.log = new MemoryLog();
        fixture.log.append("t", fact(OPENED, "z"));
        fixture.assemble();
        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());

        assertThat(store.contents(VIEW.name())).containsOnlyKeys("RowKey[tenant=t, key=z]@1");
        assertThat(get(store.progress(VIEW.name())))
                .isEqualTo(new ViewProgress(1, fixture.log.epoch()));
        assertThat(fixture.startedOver).containsExactly("its rows come from another log");
    }

    @Test
    void startsOverWhenItHasReadMoreThanTheLogHolds() {
        log.append("t", fact(OPENED, "s"));
        log.append("t", fact(OPENED, "lost"));
        ProjectionProcessor<Sheet> first = fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());
        get(first.shutdown());

        fixture.log = new MemoryLog(log.epoch());
        fixture.log.append("t", fact(OPENED, "s"));
        fixture.assemble();
        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());

        eventually("said that it starts over", () -> fixture.startedOver.size() == 1);
        eventually("only what the log holds", () -> store.contents(VIEW.name()).size() == 1);
        assertThat(fixture.startedOver).hasSize(1);
    }

    @Test
    void isNotHarmedByAListenerThatThrows() {
        log.append("t", fact(OPENED, "s"));
        ProjectionListener hostile =
                new ProjectionListener() {
                    @Override
                    public void written(ViewStatus status, int events, int rows, Duration took) {
                        throw new IllegalStateException("metrics are broken");
                    }
                };
        ProjectionProcessor<Sheet> processor =
                new ProjectionProcessor<>(VIEW, fixture.env.with(hostile));

        get(processor.start());
        fixture.caughtUp(VIEW.name());
        log.append("t", fact(MARKED, "s,a,yes"));
        fixture.caughtUp(VIEW.name());

        assertThat(processor.isError()).isFalse();
        assertThat(get(reader.find("t", "s")).orElseThrow().row().marks()).hasSize(1);
    }
}
