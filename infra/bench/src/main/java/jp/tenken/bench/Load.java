package jp.tenken.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * So many clients, each of which begins its next operation when its last one has been answered. No
 * client has a thread of its own: it goes on where the answer came.
 */
final class Load {

    private final int total;
    private final IntFunction<CompletableFuture<Void>> operation;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private Load(int total, IntFunction<CompletableFuture<Void>> operation) {
        this.total = total;
        this.operation = operation;
    }

    /**
     * Runs operations 0 to {@code total - 1}.
     *
     * @return nanoseconds from the first beginning to the last answer
     */
    static long run(int clients, int total, IntFunction<CompletableFuture<Void>> operation) {
        Load load = new Load(total, operation);
        long start = System.nanoTime();
        for (int client = 0; client < clients; client++) {
            load.next();
        }
        OpenStore.await(load.done);
        return System.nanoTime() - start;
    }

    private void next() {
        int number = begun.getAndIncrement();
        if (number >= total) {
            return;
        }
        var unused = operation.apply(number).whenComplete((answer, failure) -> over(failure));
    }

    private void over(@org.jspecify.annotations.Nullable Throwable failure) {
        if (failure != null) {
            done.completeExceptionally(failure);
        } else if (answered.incrementAndGet() == total) {
            done.complete(null);
        } else {
            next();
        }
    }
}
