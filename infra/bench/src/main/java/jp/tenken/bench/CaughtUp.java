package jp.tenken.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tenken.projections.ViewStatus;
import jp.tenken.runtime.TenkenRuntime;

/** Waits for views that have a long way to go, and says how far they are. */
final class CaughtUp {

    private static final long SAY_SECONDS = 5;

    private CaughtUp() {}

    /** Returns when every view has read the log to its end. */
    static void await(TenkenRuntime runtime, Progress progress) throws Exception {
        CompletableFuture<Void> all = runtime.projections().awaitCaughtUp();
        while (!over(all)) {
            progress.step(
                    "views: the last of them has %,d events to go",
                    runtime.projections().statuses().stream()
                            .mapToLong(ViewStatus::lag)
                            .max()
                            .orElse(0));
        }
    }

    private static boolean over(CompletableFuture<Void> future) throws Exception {
        try {
            future.get(SAY_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }
}
