package jp.tenken.projections;

import static jp.tenken.projections.MemoryLog.fact;
import static jp.tenken.projections.OneOfSeveral.LASTING;
import static jp.tenken.projections.ProjectionFixture.eventually;
import static jp.tenken.projections.ProjectionFixture.get;
import static jp.tenken.projections.Sheets.HISTORY;
import static jp.tenken.projections.Sheets.LINKED;
import static jp.tenken.projections.Sheets.MARKED;
import static jp.tenken.projections.Sheets.OPENED;
import static jp.tenken.projections.Sheets.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedViewsTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final List<View<?>> VIEWS = List.of(VIEW, HISTORY);

    private final ProjectionFixture world = new ProjectionFixture();
    private final MemoryLog log = world.log;
    private final MemoryClaims claims = new MemoryClaims(System::nanoTime);
    private final List<OneOfSeveral> processes = new ArrayList<>();

    @AfterEach
    void close() {
        processes.forEach(OneOfSeveral::close);
        world.close();
    }

    private OneOfSeveral process(String name) {
        return process(name, VIEWS);
    }

    private OneOfSeveral process(String name, List<View<?>> views) {
        OneOfSeveral process = new OneOfSeveral(name, world, claims, views);
        processes.add(process);
        return process.started();
    }

    /** Links count, so that an event that is folded twice shows. */
    private void history(int from, int to) {
        for (int i = from; i < to; i++) {
            log.append("t", fact(OPENED, "s" + i), fact(MARKED, "s" + i + ",a,yes"));
            log.append("other", fact(LINKED, "s0,s" + i));
        }
    }

    @Test
    void aProcessAloneKeepsEveryView() {
        history(0, 50);

        OneOfSeveral alone = process("alone");

        assertThat(alone.keeping()).isEqualTo(2);
        get(alone.projections.awaitCaughtUp());
        assertThat(world.store.contents(HISTORY.name())).hasSize(100);
    }

    @Test
    void aSecondProcessGetsItsShareAndTheViewsGoOn() {
        OneOfSeveral first = process("first");
        OneOfSeveral second = process("second");

        eventually("one view each", () -> first.keeping() == 1 && second.keeping() == 1);
        history(0, 20);

        get(first.projections.awaitCaughtUp());
        get(second.projections.awaitCaughtUp());
        assertEqualToARebuild();
    }

    @Test
    void whoStandsByTakesOverFromWhoDied() {
        OneOfSeveral first = process("first", List.of(VIEW));
        OneOfSeveral second = process("second", List.of(VIEW));
        history(0, 30);
        get(first.projections.awaitCaughtUp());
        assertThat(second.keeping()).isZero();
        assertThat(second.projections.status(VIEW.name()).state()).isEqualTo(ViewState.STANDING_BY);
        history(30, 40);

        first.die();
        history(40, 50);

        get(second.projections.awaitCaughtUp());
        eventually("taken over", () -> second.keeping() == 1);
        assertEqualToARebuild();
    }

    @Test
    void whoShutsDownLeavesTheViewToOthers() {
        OneOfSeveral first = process("first", List.of(VIEW));
        OneOfSeveral second = process("second", List.of(VIEW));

        get(first.projections.shutdown());

        assertThat(claims.owner("views/" + VIEW.name())).isNotEqualTo("first");
        eventually("taken over", () -> second.keeping() == 1);
        history(0, 3);
        get(second.projections.awaitCaughtUp());
        assertThat(first.projections.status(VIEW.name()).state()).isEqualTo(ViewState.STANDING_BY);
    }

    @Test
    void anOwnerThatWasPausedStepsBackAndDoesNoHarm() {
        OneOfSeveral first = process("first", List.of(VIEW));
        OneOfSeveral second = process("second", List.of(VIEW));
        history(0, 10);
        get(first.projections.awaitCaughtUp());

        first.pause();
        history(10, 20);
        get(second.projections.awaitCaughtUp());
        first.wake();
        history(20, 30);

        eventually("steps back", () -> first.keeping() == 0 && second.keeping() == 1);
        get(second.projections.awaitCaughtUp());
        get(first.projections.awaitCaughtUp());
        assertThat(world.alarms).isEmpty();
        assertEqualToARebuild();
    }

    @Test
    void whoFindsTheViewElsewhereAsksWhoseItIs() {
        OneOfSeveral process = process("one", List.of(VIEW));
        CompletableFuture<Void> held = new CompletableFuture<>();
        world.store.gate = held;
        log.append("t", fact(OPENED, "s"));
        eventually("the write is under way", () -> world.store.offered.get() == 1);
        claims.seize("views/" + VIEW.name(), "another", LASTING);
        world.store.gate = CompletableFuture.completedFuture(null);
        assertThat(get(world.store.write(VIEW.name(), 0, 1, log.epoch(), List.of()))).isTrue();

        held.complete(null);
        eventually("takes up again", () -> process.keeping() == 1);
        log.append("t", fact(OPENED, "u"));
        get(process.projections.awaitCaughtUp());

        assertThat(world.alarms).isEmpty();
        assertThat(world.pauses).isEmpty();
        assertThat(world.store.contents(VIEW.name()).keySet())
                .containsExactly(new RowKey("t", "u") + "@2");
    }

    @Test
    void readsWaitInAProcessThatDoesNotKeepTheView() {
        OneOfSeveral keeper = process("keeper", List.of(VIEW));
        OneOfSeveral reader = process("reader", List.of(VIEW));
        log.append("t", fact(OPENED, "s"));
        get(reader.gate.await(VIEW.name(), "t", 1, LONG));

        CompletableFuture<Void> held = new CompletableFuture<>();
        world.store.gate = held;
        log.append("other", fact(OPENED, "s"));
        log.append("t", fact(MARKED, "s,a,yes"));
        CompletableFuture<Void> waiting = reader.gate.await(VIEW.name(), "t", 2, LONG);
        CompletableFuture<Void> future = reader.gate.await(VIEW.name(), "t", 3, LONG);
        eventually("the keeper writes", () -> world.store.offered.get() >= 2);
        boolean early = waiting.isDone();
        held.complete(null);

        get(waiting);
        assertThat(early).isFalse();
        assertThat(get(world.store.progress(VIEW.name())).position()).isGreaterThanOrEqualTo(3);
        assertThat(future).isNotDone();
        log.append("t", fact(MARKED, "s,a,no"));
        get(future);
        assertThat(keeper.keeping()).isEqualTo(1);
        eventually("nobody waits any more", () -> reader.board.waiters() == 0);
    }

    @Test
    void whatWasFoundReachedOnceIsNotAskedForAgain() {
        process("keeper", List.of(VIEW));
        OneOfSeveral reader = process("reader", List.of(VIEW));
        log.append("t", fact(OPENED, "s"), fact(OPENED, "u"));
        get(reader.gate.await(VIEW.name(), "t", 2, LONG));
        int asked = log.tenantReads.get();

        get(reader.gate.await(VIEW.name(), "t", 1, LONG));
        get(reader.gate.await(VIEW.name(), "t", 2, LONG));

        assertThat(log.tenantReads).hasValue(asked);
    }

    @Test
    void readsThatWaitWhenTheirOwnerDiesAreAnsweredByTheNext() {
        OneOfSeveral first = process("first", List.of(VIEW));
        OneOfSeveral second = process("second", List.of(VIEW));
        log.append("t", fact(OPENED, "s"));
        get(second.gate.await(VIEW.name(), "t", 1, LONG));

        first.pause();
        log.append("t", fact(MARKED, "s,a,yes"));
        CompletableFuture<Void> waiting = second.gate.await(VIEW.name(), "t", 2, LONG);
        first.die();

        get(waiting);
    }

    @Test
    void onlyWhoKeepsAViewRebuildsIt() {
        OneOfSeveral keeper = process("keeper", List.of(VIEW));
        OneOfSeveral other = process("other", List.of(VIEW));
        history(0, 20);
        get(keeper.projections.awaitCaughtUp());

        assertThat(other.projections.rebuild(VIEW.name(), status -> {}))
                .failsWithin(LONG)
                .withThrowableThat()
                .withMessageContaining("kept by another process");
        get(keeper.projections.rebuild(VIEW.name(), status -> {}));

        history(20, 25);
        get(other.gate.await(VIEW.name(), "other", 25, LONG));
        get(keeper.projections.awaitCaughtUp());
        assertThat(get(world.store.progress(VIEW.name())).position()).isEqualTo(log.head());
    }

    @Test
    void aProcessWhoseClaimsAreNotAnsweredLetsGoAndComesBack() {
        OneOfSeveral process = process("one");

        claims.away.set(true);
        eventually("lets go", () -> process.keeping() == 0);
        claims.away.set(false);

        eventually("is back", () -> process.keeping() == 2);
        history(0, 5);
        get(process.projections.awaitCaughtUp());
        assertEqualToARebuild();
    }

    /** A process of its own builds everything anew, from the same log. */
    private void assertEqualToARebuild() {
        Map<String, String> shared = world.store.contents(VIEW.name());
        try (ProjectionFixture anew = new ProjectionFixture()) {
            anew.log = log;
            anew.assemble();
            anew.started(VIEW);
            anew.caughtUp(VIEW.name());
            assertThat(shared).isNotEmpty().isEqualTo(anew.store.contents(VIEW.name()));
        }
    }
}
