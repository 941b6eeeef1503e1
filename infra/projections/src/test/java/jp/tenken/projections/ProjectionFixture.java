package jp.tenken.projections;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jp.tenken.eventstore.Commit;

/** A log, a store and everything that a processor needs between them, with threads of its own. */
final class ProjectionFixture implements ProjectionListener, AutoCloseable {

    static final ProjectionSettings QUICK =
            new ProjectionSettings(
                    50, 1 << 20, 1 << 20, Duration.ofMillis(1), Duration.ofMillis(4), 100, 100);

    static final long PATIENCE_SECONDS = 30;

    final ExecutorService executor = Executors.newFixedThreadPool(3);
    final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    final AtomicInteger decoded = new AtomicInteger();
    final List<ViewStoppedException> alarms = new CopyOnWriteArrayList<>();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final List<Long> begun = new CopyOnWriteArrayList<>();
    final List<String> startedOver = new CopyOnWriteArrayList<>();
    final MemoryViews store;
    MemoryLog log = new MemoryLog();
    ProjectionSettings settings = QUICK;
    ProjectionEnvironment env;

    ProjectionFixture() {
        this(new MemoryViews());
    }

    ProjectionFixture(MemoryViews store) {
        this.store = store;
        this.env = assemble();
    }

    /** Everything anew but log and store: what a restart of the process leaves. */
    ProjectionEnvironment assemble() {
        env =
                new ProjectionEnvironment(
                        log,
                        store,
                        event -> {
                            decoded.incrementAndGet();
                            return Sheets.decode(event);
                        },
                        Sheets.CODECS,
                        new ViewProgressBoard(settings, executor),
                        this,
                        executor,
                        scheduler,
                        System::nanoTime,
                        settings);
        return env;
    }

    ProjectionFixture with(ProjectionSettings other) {
        settings = other;
        env = assemble();
        return this;
    }

    <R> ProjectionProcessor<R> started(View<R> view) {
        ProjectionProcessor<R> processor = new ProjectionProcessor<>(view, env);
        get(processor.start());
        return processor;
    }

    /** Waits until the view has read the whole log. */
    void caughtUp(ViewName view) {
        get(env.board().awaitPosition(view, log.head()));
    }

    @Override
    public void begun(ViewName view, List<Commit> commits) {
        commits.forEach(commit -> begun.add(commit.header().position()));
    }

    @Override
    public void stopped(ViewName view, ViewStoppedException alarm) {
        alarms.add(alarm);
    }

    @Override
    public void retrying(ViewName view, int attempt, Duration pause, Throwable failure) {
        pauses.add(pause);
    }

    @Override
    public void startedOver(ViewName view, String why) {
        startedOver.add(why);
    }

    static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new AssertionError("failed", failure.getCause());
        } catch (InterruptedException | TimeoutException failure) {
            throw new AssertionError("no answer", failure);
        }
    }

    static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("never: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        scheduler.shutdownNow();
        store.close();
    }
}
