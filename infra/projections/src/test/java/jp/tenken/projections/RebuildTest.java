package jp.tenken.projections;

import static jp.tenken.projections.MemoryLog.fact;
import static jp.tenken.projections.ProjectionFixture.eventually;
import static jp.tenken.projections.ProjectionFixture.get;
import static jp.tenken.projections.Sheets.MARKED;
import static jp.tenken.projections.Sheets.OPENED;
import static jp.tenken.projections.Sheets.UNHANDLED;
import static jp.tenken.projections.Sheets.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tenken.projections.Sheets.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebuildTest {

    private static final ViewName SHADOW = new ViewName("sheets_rebuild", 1);

    private final ProjectionFixture fixture = new ProjectionFixture();
    private final MemoryLog log = fixture.log;
    private final MemoryViews store = fixture.store;
    private final Projections projections = new Projections(List.of(VIEW), fixture.env);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void arrivesAtTheRowsOfTheLiveViewWhileTheLogGrows() throws InterruptedException {
        get(projections.start());
        Random random = new Random(42);
        for (int i = 0; i < 1_000; i++) {
            appendSomething(random);
        }
        AtomicBoolean appending = new AtomicBoolean(true);
        Thread writer =
                new Thread(
                        () -> {
                            while (appending.get() && log.head() < 20_000) {
                                appendSomething(random);
                            }
                        });
        writer.start();
        for (int i = 0; i < 3; i++) {
            get(projections.rebuild(VIEW.name(), status -> {}));
        }
        appending.set(false);
        writer.join();
        get(projections.awaitCaughtUp());

        try (ProjectionFixture fresh = new ProjectionFixture()) {
            fresh.log = log;
            fresh.assemble();
            fresh.started(VIEW);
            fresh.caughtUp(VIEW.name());
            assertThat(store.contents(VIEW.name())).isEqualTo(fresh.store.contents(VIEW.name()));
        }
        assertThat(get(store.progress(VIEW.name())).position()).isEqualTo(log.head());
        assertThat(store.has(SHADOW)).isFalse();
        assertThat(projections.status(VIEW.name()).state()).isEqualTo(ViewState.LIVE);
    }

    @Test
    void replacesRowsThatWereWrong() {
        log.append("t", fact(OPENED, "s"));
        get(store.create(VIEW.schema()));
        Row wrong =
                VIEW.version(
                        new RowKey("t", "x"), 1, new Sheet("x", new TreeMap<>(), 9), new byte[0]);
        assertThat(get(store.write(VIEW.name(), 0, 1, log.epoch(), List.of(wrong)))).isTrue();
        get(projections.start());

        get(projections.rebuild(VIEW.name(), status -> {}));

        assertThat(store.contents(VIEW.name())).containsOnlyKeys("RowKey[tenant=t, key=s]@1");
    }

    @Test
    void saysHowFarItIs() {
        for (int i = 0; i < 200; i++) {
            log.append("t", fact(UNHANDLED, ""));
        }
        get(projections.start());
        List<ViewStatus> heard = new CopyOnWriteArrayList<>();

        get(projections.rebuild(VIEW.name(), heard::add));

        assertThat(heard).hasSizeGreaterThanOrEqualTo(4);
        assertThat(heard).extracting(ViewStatus::view).containsOnly(VIEW.name());
        assertThat(heard).extracting(ViewStatus::position).isSorted().endsWith(200L);
        assertThat(heard).extracting(ViewStatus::head).containsOnly(200L);
        assertThat(heard.getLast().eventsPerSecond()).isPositive();
    }

    @Test
    void bringsBackAViewThatHadStoppedWithAnAlarm() {
        AtomicBoolean broken = new AtomicBoolean(true);
        View<Sheet> view =
                Sheets.failing(
                        "mended", "bad", () -> broken.get() ? new IllegalStateException() : null);
        Projections mended = new Projections(List.of(view), fixture.env);
        log.append("t", fact(OPENED, "s"), fact(MARKED, "s,a,bad"));
        get(mended.start());
        eventually("the alarm", () -> mended.status(view.name()).state() == ViewState.FAILED);

        broken.set(false);
        get(mended.rebuild(view.name(), status -> {}));

        eventually("live", () -> mended.status(view.name()).state() == ViewState.LIVE);
        assertThat(store.contents(view.name())).hasSize(1);
    }

    @Test
    void leavesTheLiveViewAsItWasWhenItFails() {
        AtomicBoolean broken = new AtomicBoolean();
        View<Sheet> view =
                Sheets.failing(
                        "fragile", "bad", () -> broken.get() ? new IllegalStateException() : null);
        Projections fragile = new Projections(List.of(view), fixture.env);
        log.append("t", fact(OPENED, "s"), fact(MARKED, "s,a,bad"));
        get(fragile.start());
        get(fragile.awaitCaughtUp());
        Map<String, String> before = store.contents(view.name());

        broken.set(true);
        CompletableFuture<Void> rebuild = fragile.rebuild(view.name(), status -> {});

        assertThat(rebuild)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(ViewStoppedException.class)
                .withMessageContaining("event-2");
        assertThat(store.contents(view.name())).isEqualTo(before);
        assertThat(store.has(new ViewName("fragile_rebuild", 1))).isFalse();
        log.append("t", fact(MARKED, "s,a,good"));
        get(fragile.awaitCaughtUp());
        assertThat(store.contents(view.name())).hasSize(2);
    }

    @Test
    void leavesTheLiveViewAsItWasWhenTheStoreCannotSwitch() {
        log.append("t", fact(OPENED, "s"));
        get(projections.start());
        get(projections.awaitCaughtUp());
        store.beforePromotion =
                () -> {
                    throw new ViewStoreException("full", new IllegalStateException());
                };

        CompletableFuture<Void> rebuild = projections.rebuild(VIEW.name(), status -> {});

        assertThat(rebuild)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(ViewStoreException.class);
        log.append("t", fact(MARKED, "s,a,yes"));
        get(projections.awaitCaughtUp());
        assertThat(store.contents(VIEW.name())).hasSize(2);
        assertThat(store.has(SHADOW)).isFalse();
    }

    @Test
    void refusesToRebuildAViewTwiceAtTheSameTime() {
        log.append("t", fact(OPENED, "s"));
        get(projections.start());
        get(projections.awaitCaughtUp());
        CompletableFuture<Void> gate = new CompletableFuture<>();
        store.gate = gate;
        CompletableFuture<Void> first = projections.rebuild(VIEW.name(), status -> {});

        CompletableFuture<Void> second = projections.rebuild(VIEW.name(), status -> {});

        assertThat(second).isCompletedExceptionally();
        gate.complete(null);
        get(first);
    }

    @Test
    void isEndedByAShutdownWhichDoesNotStartTheViewAgain() {
        log.append("t", fact(OPENED, "s"));
        get(projections.start());
        get(projections.awaitCaughtUp());
        CompletableFuture<Void> gate = new CompletableFuture<>();
        store.gate = gate;
        CompletableFuture<Void> rebuild = projections.rebuild(VIEW.name(), status -> {});
        eventually("the rebuild reads", () -> fixture.decoded.get() == 2);

        CompletableFuture<Void> shutdown = projections.shutdown();
        gate.complete(null);
        get(shutdown);

        // Both are told at the same moment, in no order.
        assertThat(rebuild).failsWithin(ProjectionFixture.PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(projections.status(VIEW.name()).state()).isEqualTo(ViewState.STOPPED);
        assertThat(store.has(SHADOW)).isFalse();
        assertThat(store.contents(VIEW.name())).hasSize(1);
    }

    @Test
    void leavesAStoppedViewStopped() {
        log.append("t", fact(OPENED, "s"));

        get(projections.rebuild(VIEW.name(), status -> {}));

        assertThat(projections.status(VIEW.name()).state()).isEqualTo(ViewState.STOPPED);
        assertThat(store.contents(VIEW.name())).hasSize(1);
    }

    private void appendSomething(Random random) {
        String sheet = "s" + random.nextInt(30);
        if (random.nextInt(4) == 0) {
            log.append("t" + random.nextInt(2), fact(OPENED, sheet), fact(UNHANDLED, ""));
        } else {
            log.append("t" + random.nextInt(2), fact(MARKED, sheet + ",a," + random.nextInt(5)));
        }
    }
}
