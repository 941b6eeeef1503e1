package jp.tenken.eventstore.tck;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads on which a reference engine completes its futures. Two, so that whoever blocks in a
 * callback is found out soon, but an honest test does not stop everything.
 */
final class EngineThreads implements AutoCloseable {

    private static final int THREADS = 2;

    private final String name;
    private final ExecutorService executor;

    EngineThreads(String name) {
        this.name = name;
        AtomicInteger number = new AtomicInteger();
        this.executor =
                Executors.newFixedThreadPool(
                        THREADS,
                        work -> {
                            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** The work's result, or its failure; a failure also when the engine is closed. */
    <T extends @Nullable Object> CompletableFuture<T> answer(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, executor);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException(name + " is closed", closed));
        }
    }

    /** Waits for what was begun. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " did not come to an end within 30 s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
