package jp.tenken.eventstore.tck;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Waiting in tests: always bounded, always generous, because the machine may be busy. A wait that
 * is over says nothing about speed.
 */
public final class Await {

    /** Longest wait for one answer. */
    public static final long SECONDS = 60;

    private Await() {}

    /**
     * The future's value.
     *
     * @throws AssertionError when it fails or does not come in time
     */
    public static <T extends @Nullable Object> T value(CompletableFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("expected a value, got " + failed.getCause(), failed);
        } catch (TimeoutException late) {
            throw new AssertionError("no answer within " + SECONDS + " s", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /**
     * Why a call failed, whether it threw or its future did; wrappers taken off.
     *
     * @throws AssertionError when it has a value, or does not end in time
     */
    public static Throwable failure(Supplier<? extends CompletableFuture<?>> call) {
        CompletableFuture<?> future;
        try {
            future = call.get();
        } catch (RuntimeException thrown) {
            return thrown;
        }
        Throwable failure = outcome(future);
        if (failure == null) {
            throw new AssertionError("expected a failure, got " + future.resultNow());
        }
        return failure;
    }

    /** Why the future failed, wrappers taken off; null when it has a value. */
    public static @Nullable Throwable outcome(CompletableFuture<?> future) {
        try {
            future.get(SECONDS, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException failed) {
            return unwrapped(failed);
        } catch (TimeoutException late) {
            throw new AssertionError("neither answer nor failure within " + SECONDS + " s", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /**
     * Returns as soon as the condition holds; fails naming {@code what} when it does not in time.
     */
    public static void until(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(SECONDS, TimeUnit.SECONDS)
                .pollInterval(10, TimeUnit.MILLISECONDS)
                .until(condition::getAsBoolean);
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause != null
                        && (failure instanceof ExecutionException
                                || failure instanceof CompletionException)
                ? unwrapped(cause)
                : failure;
    }
}
