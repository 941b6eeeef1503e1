package jp.tenken.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Finds out on which threads the futures of a call complete. A callback that finds its future done
 * runs on the caller, so the call is repeated until one was early enough.
 */
final class OwnThreadCheck {

    private static final int ATTEMPTS = 5_000;

    private OwnThreadCheck() {}

    static void check(Supplier<CompletableFuture<?>> call, Predicate<String> isDriverThread) {
        Thread caller = Thread.currentThread();
        Set<String> completing = ConcurrentHashMap.newKeySet();
        for (int attempt = 0; attempt < ATTEMPTS && completing.isEmpty(); attempt++) {
            Await.value(
                    call.get()
                            .thenAccept(
                                    value -> {
                                        if (!Thread.currentThread().equals(caller)) {
                                            completing.add(Thread.currentThread().getName());
                                        }
                                    }));
        }
        assertThat(completing)
                .as("threads that complete futures; the caller's does not count")
                .isNotEmpty()
                .noneMatch(isDriverThread)
                .noneMatch(name -> name.startsWith("ForkJoinPool.commonPool"));
    }
}
