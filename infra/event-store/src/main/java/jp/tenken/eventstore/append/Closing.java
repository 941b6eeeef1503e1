package jp.tenken.eventstore.append;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How an appender comes to its end: it takes nothing new and waits for what it has. Thread-safe.
 */
final class Closing {

    private static final Logger logger = LoggerFactory.getLogger(Closing.class);
    private static final long PATIENCE_SECONDS = 30;

    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean begun;
    private volatile boolean over;

    /** Throws {@link RejectedExecutionException}, every time, once it is over. */
    void requireOpen() {
        if (over) {
            throw new RejectedExecutionException("the appender is closed");
        }
    }

    /** Nothing new is taken any more. */
    boolean begun() {
        return begun;
    }

    /** Nothing is waiting or under way. */
    void idle() {
        if (begun) {
            drained.complete(null);
        }
    }

    /**
     * Waits, for 30 seconds at most, until everything is answered.
     *
     * @param wake makes the leader look, and say that it is idle when it is
     */
    void close(Runnable wake) {
        begun = true;
        if (over) {
            return;
        }
        wake.run();
        try {
            drained.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException left) {
            logger.warn("Closing with appends still unanswered", left);
        } finally {
            over = true;
        }
    }
}
