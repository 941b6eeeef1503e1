package jp.tenken.projections;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;

/**
 * One of several processes that share views: with threads and a board of its own, over the same
 * log, store and claims. It can be paused, and it can die.
 */
final class OneOfSeveral implements AutoCloseable {

    static final Duration LASTING = Duration.ofMillis(400);

    final ExecutorService threads = Executors.newFixedThreadPool(3);
    final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    final ProjectionFixture world;
    final String name;
    final ViewProgressBoard board;
    final SequenceGate gate;
    final Projections projections;
    private volatile boolean paused;

    OneOfSeveral(String name, ProjectionFixture world, MemoryClaims claims, List<View<?>> views) {
        this.name = name;
        this.world = world;
        this.board = new ViewProgressBoard(world.settings, this::execute);
        this.gate = new SequenceGate(board, world.log, this::execute, scheduler);
        this.projections =
                new Projections(
                        views,
                        new ProjectionEnvironment(
                                world.log,
                                world.store,
                                Sheets::decode,
                                Sheets.CODECS,
                                board,
                                world,
                                this::execute,
                                scheduler,
                                System::nanoTime,
                                world.settings),
                        new SharedWork(claims, name, LASTING));
    }

    private void execute(Runnable work) {
        threads.execute(
                () -> {
                    while (paused) {
                        LockSupport.parkNanos(1_000_000);
                    }
                    work.run();
                });
    }

    OneOfSeveral started() {
        ProjectionFixture.get(projections.start());
        return this;
    }

    long keeping() {
        return projections.statuses().stream()
                .filter(status -> projections.keeps(status.view()))
                .count();
    }

    /** Nothing of it happens until it wakes up, not even the notice that its time is over. */
    void pause() {
        paused = true;
    }

    void wake() {
        paused = false;
    }

    /** Gone without a word. */
    void die() {
        threads.shutdownNow();
        scheduler.shutdownNow();
    }

    @Override
    public void close() {
        wake();
        die();
    }
}
