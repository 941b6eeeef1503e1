package jp.tenken.eventstore.append;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.tenken.eventstore.Futures;
import org.jspecify.annotations.Nullable;

/**
 * Questions that are not waited for longer than a time, and of which only the last one counts. For
 * whoever has the {@link Turn}.
 */
final class Patience {

    /** Runs a step after a time, with the {@link Turn}. */
    interface Timer {
        void after(long millis, Runnable step);

        /** By the machine's time. */
        static Timer with(Executor turn) {
            return (millis, step) ->
                    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, turn)
                            .execute(step);
        }
    }

    private final Executor turn;
    private final Timer timer;
    private final long millis;
    private int last;

    Patience(Executor turn, Timer timer, long millis) {
        this.turn = turn;
        this.timer = timer;
        this.millis = millis;
    }

    /** Hands on the answer, or null when there is none in time; nothing when it counts no more. */
    void ask(CompletableFuture<Boolean> asked, Consumer<@Nullable Boolean> then) {
        forget();
        int mine = last;
        Futures.whenDone(asked, turn, (answer, failure) -> answered(mine, answer, then));
        timer.after(millis, () -> answered(mine, null, then));
    }

    private void answered(int asked, @Nullable Boolean answer, Consumer<@Nullable Boolean> then) {
        if (asked == last) {
            forget();
            then.accept(answer);
        }
    }

    /** Runs a step after a time, unless something is asked or forgotten before. */
    void later(long afterMillis, Runnable step) {
        int mine = last;
        timer.after(
                afterMillis,
                () -> {
                    if (mine == last) {
                        step.run();
                    }
                });
    }

    /** What is still to come counts no more. */
    void forget() {
        last++;
    }
}
