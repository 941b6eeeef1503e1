package jp.tenken.eventstore.tck;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads on which a reference engine completes its futures: few, so that whoever blocks in a
 * callback where the port does not allow it is found out soon, but an honest test does not stop
 * everything; or as many as it takes, where the port allows it.
 */
final class EngineThreads implements AutoCloseable {

    private static final int FEW = 2;

    private final String name;
    private final ExecutorService executor;

    private EngineThreads(String name, Function<ThreadFactory, ExecutorService> pool) {
        this.name = name;
        AtomicInteger number = new AtomicInteger();
        this.executor =
                pool.apply(
                        work -> {
                            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    static EngineThreads few(String name) {
        return new EngineThreads(name, factory -> Executors.newFixedThreadPool(FEW, factory));
    }

    static EngineThreads asManyAsItTakes(String name) {
        return new EngineThreads(name, Executors::newCachedThreadPool);
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
