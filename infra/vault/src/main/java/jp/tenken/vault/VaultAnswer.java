package jp.tenken.vault;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tenken.vault.KeyTransferException.Reason;

/** Waiting for a vault, with an end to it: whoever moves keys has a thread for nothing else. */
final class VaultAnswer {

    private static final long PATIENCE_SECONDS = 120;

    private VaultAnswer() {}

    /**
     * The value.
     *
     * @throws KeyTransferException when it does not come, or the wait is interrupted
     */
    static <T> T by(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable(interrupted);
        } catch (TimeoutException late) {
            throw unavailable(late);
        } catch (ExecutionException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof KeyTransferException refusal) {
                    throw refusal;
                }
            }
            throw unavailable(failure);
        }
    }

    /** When all are done. */
    static void byAll(Collection<? extends CompletableFuture<?>> futures) {
        CompletableFuture<Void> all =
                CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
        by(all.thenApply(done -> true));
    }

    private static KeyTransferException unavailable(Throwable cause) {
        return new KeyTransferException(
                Reason.VAULT_UNAVAILABLE, "the vault does not answer (%s)".formatted(cause), cause);
    }
}
