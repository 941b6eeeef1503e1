package jp.tenken.storage.mongodb;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.tenken.eventstore.CommitLogException;

/**
 * Lets a bounded number of calls be under way, and none any more once it is closed. Thread-safe.
 */
final class Gate {

    private static final int CAPACITY = 8_192;
    private static final long CLOSE_SECONDS = 30;

    private final String name;
    private final Semaphore places = new Semaphore(CAPACITY);
    private volatile boolean closed;

    /**
     * @param name of what is behind the gate, for messages
     */
    Gate(String name) {
        this.name = name;
    }

    /** Makes the call, or fails when there is no place for it. */
    <T> CompletableFuture<T> pass(Supplier<CompletableFuture<T>> call) {
        if (!places.tryAcquire()) {
            return refused(
                    closed ? "is closed" : "has too much to do: " + CAPACITY + " calls wait");
        }
        if (closed) {
            places.release();
            return refused("is closed");
        }
        CompletableFuture<T> answer;
        try {
            answer = call.get();
        } catch (RuntimeException | Error failure) {
            places.release();
            throw failure;
        }
        // What the caller composes comes behind this, so its waiting holds no place.
        return answer.whenComplete((value, failure) -> places.release());
    }

    private <T> CompletableFuture<T> refused(String why) {
        return CompletableFuture.failedFuture(new CommitLogException(name + " " + why));
    }

    /** Waits for what is under way, but not for ever. Again changes nothing. */
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (places.tryAcquire(CAPACITY, CLOSE_SECONDS, TimeUnit.SECONDS)) {
                places.release(CAPACITY);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
