package jp.tenken.testkit.architecture.samples.code;

import java.util.concurrent.CompletableFuture;

/** Waits for ever. */
public final class Waiter {

    /** Perhaps never. */
    public String wait(CompletableFuture<String> answer) {
        return answer.join();
    }
}
