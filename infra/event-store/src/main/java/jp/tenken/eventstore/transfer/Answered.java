package jp.tenken.eventstore.transfer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.transfer.TransferException.Reason;

/** Waiting for a log, with an end to it: whoever moves a history has a thread for nothing else. */
final class Answered {

    private static final long PATIENCE_SECONDS = 120;

    private Answered() {}

    /**
     * The value.
     *
     * @throws TransferException when it does not come, or the wait is interrupted
     */
    static <T> T by(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable("was not waited for any longer", interrupted);
        } catch (TimeoutException late) {
            throw unavailable("did not answer within %d s".formatted(PATIENCE_SECONDS), late);
        } catch (ExecutionException failure) {
            Throwable root = Futures.root(cause(failure));
            throw root instanceof TransferException refusal
                    ? refusal
                    : unavailable("failed (%s)".formatted(root.getMessage()), root);
        }
    }

    private static Throwable cause(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : cause;
    }

    /** Lets some time go by. */
    static void pause(long millis) {
        by(new CompletableFuture<Boolean>().completeOnTimeout(true, millis, TimeUnit.MILLISECONDS));
    }

    private static TransferException unavailable(String why, Throwable cause) {
        return new TransferException(Reason.LOG_UNAVAILABLE, "the log " + why, cause);
    }
}
