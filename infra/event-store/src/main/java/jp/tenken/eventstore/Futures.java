package jp.tenken.eventstore;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two things that this code does with a future and that the JDK makes easy to get wrong. */
public final class Futures {

    private static final Logger logger = LoggerFactory.getLogger(Futures.class);

    private Futures() {}

    /**
     * Runs a last step when the future is done, on the executor. Nobody waits for the step, so a
     * step that throws is logged here: it would otherwise vanish, and whatever it was to wake would
     * sleep for ever.
     *
     * @param step gets the value or the failure, the failure without wrappers
     */
    public static <T> void whenDone(
            CompletableFuture<T> future,
            Executor executor,
            BiConsumer<@Nullable T, @Nullable Throwable> step) {
        @SuppressWarnings("unused") // the step is the end of the line
        CompletableFuture<T> end =
                future.whenCompleteAsync(
                        (value, failure) -> {
                            try {
                                step.accept(value, failure == null ? null : root(failure));
                            } catch (RuntimeException | Error bug) {
                                logger.error("A step that nobody waits for has failed", bug);
                                throw bug;
                            }
                        },
                        executor);
    }

    /** The failure itself, without the wrappers that composing futures puts around it. */
    public static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root instanceof CompletionException && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
