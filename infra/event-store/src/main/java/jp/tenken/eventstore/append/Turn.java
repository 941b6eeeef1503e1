package jp.tenken.eventstore.append;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after the other without a thread of its own: whoever comes while nobody has the
 * turn takes it and runs what is there, others leave their task with the one who has it. Tasks see
 * what the tasks before them did.
 *
 * <p>For tasks that are short and wait for nothing: they run on other people's threads. A task that
 * throws is logged and disturbs none of the others. Thread-safe.
 */
final class Turn implements Executor {

    private static final Logger logger = LoggerFactory.getLogger(Turn.class);

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (waiting.getAndIncrement() > 0) {
            return;
        }
        do {
            run(tasks.remove());
        } while (waiting.decrementAndGet() > 0);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error failure) {
            logger.error("A task of the turn has failed", failure);
        }
    }
}
