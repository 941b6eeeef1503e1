package jp.tenken.eventstore.append;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The answers of one batch, given one after the other by one thread: a change of threads for each
 * would cost more than most of them take. What runs behind an answer may block, even until another
 * answer of the same batch is given; so whenever the rest has waited a while, another thread takes
 * it over.
 *
 * <p>Thread-safe.
 */
final class Answers implements Runnable {

    private static final long TAKEOVER_MILLIS = 20;

    private final Executor executor;
    private final Queue<Runnable> due = new ConcurrentLinkedQueue<>();

    /** Neither is the batch complete nor has the giver gone. */
    private final AtomicBoolean waiting = new AtomicBoolean(true);

    /** With the executor whose threads take over. */
    Answers(Executor executor) {
        this.executor = executor;
    }

    void add(Runnable answer) {
        due.add(answer);
    }

    /** All are there. Should the one who was to give them not have waited, others do. */
    void complete() {
        if (!waiting.compareAndSet(true, false)) {
            executor.execute(this);
        }
    }

    /** Gives the answers on this thread, if they are complete. */
    void giveHere() {
        if (!waiting.compareAndSet(true, false)) {
            run();
        }
    }

    /** Gives what is due. */
    @Override
    public void run() {
        Runnable answer = due.poll();
        if (answer != null && !due.isEmpty()) {
            takeOverLater();
        }
        while (answer != null) {
            answer.run();
            answer = due.poll();
        }
    }

    private void takeOverLater() {
        CompletableFuture.delayedExecutor(TAKEOVER_MILLIS, TimeUnit.MILLISECONDS, executor)
                .execute(this);
    }
}
