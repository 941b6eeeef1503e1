package jp.tenken.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one place where a thread waits: while the process starts and cannot answer anybody yet. */
public final class Waiting {

    private static final int START_MINUTES = 5;

    private Waiting() {}

    /**
     * What the future gives.
     *
     * @throws IllegalStateException when it fails or takes more than five minutes
     */
    public static <T> T atStart(CompletableFuture<T> future) {
        try {
            return future.get(START_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the log was opened", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the log could not be opened", failure);
        }
    }
}
