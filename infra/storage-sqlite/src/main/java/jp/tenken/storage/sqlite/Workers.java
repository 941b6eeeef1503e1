package jp.tenken.storage.sqlite;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that work on the sessions of one file. Work waits in a bounded queue; beyond the bound it
 * is refused.
 *
 * <p>Of several idle threads and sessions the one that rested last goes first: its caches are still
 * warm. Taking turns makes a quiet file twice as slow, because every session has a page cache of
 * its own.
 *
 * <p>A future completes on the thread that did the work, once the session is free again for others:
 * that saves a change of threads on the way back. Whoever composes on the future may even block
 * there, as Axon does in places: at most {@value #SPARE} threads complete at a time, there are that
 * many more threads than sessions, and all further completions go to threads of their own. So there
 * is always one left for each session.
 *
 * <p>Where there is one session only and its work follows close, as under a load of appends, it is
 * the other way round: the thread stays with the session, and another one completes. What a writer
 * touches is in the caches of the processor that its thread runs on; handing the session from
 * thread to thread costs a third of a batch's time.
 *
 * <p>Thread-safe.
 */
final class Workers implements AutoCloseable {

    /** Work that may be waiting or under way, callbacks included. */
    static final int CAPACITY = 8_192;

    private static final int SPARE = 3;
    private static final long CLOSE_SECONDS = 30;
    private static final Logger logger = LoggerFactory.getLogger(Workers.class);

    private final String name;
    private final Function<Throwable, RuntimeException> translation;
    private final Semaphore slots = new Semaphore(CAPACITY);
    private final Semaphore completing = new Semaphore(SPARE);
    private final ExecutorService completions;
    private final List<Session> sessions;
    private final List<Worker> workers = new ArrayList<>();

    /** Guards what follows. */
    private final Object lock = new Object();

    private final Queue<Job<?>> waiting = new ArrayDeque<>();
    private final Deque<Session> free;
    private final Deque<Worker> idle = new ArrayDeque<>();
    private long submitted;

    /** There is one session, and the last completion had not ended when the next work came. */
    private boolean pressed;

    /** Under pressure, the thread that stays with the session. */
    private @Nullable Worker home;

    private boolean closed;

    /**
     * Starts threads on the sessions, which they close in the end.
     *
     * @param name of the threads
     * @param translation what a future fails with when the work failed with an {@link
     *     SQLException}, or was refused
     */
    Workers(
            String name,
            List<Session> sessions,
            Function<Throwable, RuntimeException> translation) {
        this.name = name;
        this.translation = translation;
        this.sessions = List.copyOf(sessions);
        this.free = new ArrayDeque<>(sessions);
        this.completions =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(name + "-done-", 1).factory());
        for (int i = 1; i <= sessions.size() + SPARE; i++) {
            workers.add(new Worker(name + "-" + i));
        }
        workers.forEach(worker -> worker.thread.start());
    }

    /** Does the work on a free session. */
    <T extends @Nullable Object> CompletableFuture<T> submit(Session.Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        if (!slots.tryAcquire()) {
            return refused(result, "has too much to do: " + CAPACITY + " requests wait");
        }
        Job<T> job = new Job<>(work, result);
        Worker woken = null;
        boolean late;
        synchronized (lock) {
            late = closed;
            submitted++;
            pressed |= sessions.size() == 1 && completing.availablePermits() < SPARE;
            if (!late && (free.isEmpty() || idle.isEmpty())) {
                waiting.add(job);
            } else if (!late) {
                woken = next();
                woken.assigned = work(job, free.pop());
            }
        }
        if (late) {
            slots.release();
            return refused(result, "is closed");
        }
        wake(woken);
        return result;
    }

    private <T extends @Nullable Object> CompletableFuture<T> refused(
            CompletableFuture<T> result, String why) {
        var refusal = new RejectedExecutionException(name + " " + why);
        result.completeExceptionally(translation.apply(refusal));
        return result;
    }

    /** The idle worker for a session: the one that stays with it, or whoever rested last. */
    private Worker next() {
        Worker staying = home;
        return pressed && staying != null && idle.remove(staying) ? staying : idle.pop();
    }

    private Errand work(Job<?> job, Session session) {
        return worker -> over(worker, session, job.on(session, translation));
    }

    /** Makes the session free for those who wait, and sees to the completion. */
    private void over(Worker worker, Session session, Runnable completion) {
        Worker woken = null;
        boolean elsewhere = false;
        synchronized (lock) {
            free.push(session);
            if (pressed && !idle.isEmpty() && completing.tryAcquire()) {
                elsewhere = true;
                woken = idle.pop();
                woken.assigned = other -> completeAndRelease(completion);
                home = worker;
                worker.waitForMore();
            } else if (!waiting.isEmpty() && !idle.isEmpty()) {
                woken = idle.pop();
                woken.assigned = work(waiting.remove(), free.pop());
            }
        }
        wake(woken);
        if (!elsewhere) {
            complete(completion);
        }
    }

    private static void wake(@Nullable Worker worker) {
        if (worker != null) {
            LockSupport.unpark(worker.thread);
        }
    }

    private void complete(Runnable completion) {
        if (completing.tryAcquire()) {
            completeAndRelease(completion);
        } else {
            completions.execute(() -> run(completion));
        }
    }

    /** For whoever has acquired {@link #completing}. */
    private void completeAndRelease(Runnable completion) {
        long before;
        synchronized (lock) {
            before = submitted;
        }
        try {
            run(completion);
        } finally {
            completing.release();
            synchronized (lock) {
                pressed &= submitted != before;
            }
        }
    }

    private void run(Runnable completion) {
        try {
            completion.run();
        } finally {
            slots.release();
        }
    }

    /** Lets all accepted work be done, then ends the threads and closes the sessions. */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
        }
        workers.forEach(Workers::wake);
        try {
            for (Worker worker : workers) {
                if (!worker.thread.equals(Thread.currentThread())) {
                    worker.thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        completions.shutdown();
        for (Session session : sessions) {
            try {
                session.close();
            } catch (SQLException failure) {
                logger.warn("{} did not close cleanly: {}", name, failure.getMessage());
            }
        }
    }

    /** What a thread does when it is woken. */
    private interface Errand {
        void on(Worker worker);
    }

    /** A thread with what it was given to do. */
    private final class Worker implements Runnable {

        private final Thread thread;
        private volatile @Nullable Errand assigned;

        /** Is among the idle before it has come to rest. Guarded by the lock. */
        private boolean expected;

        Worker(String threadName) {
            thread = Thread.ofPlatform().daemon().name(threadName).unstarted(this);
        }

        @Override
        public void run() {
            for (Errand next = take(); next != null; next = take()) {
                next.on(this);
            }
            // Closed, and nothing waits any more: those who rest may go, too.
            workers.forEach(Workers::wake);
        }

        /** The next work is to go to this thread, however soon it comes. Under the lock. */
        private void waitForMore() {
            if (waiting.isEmpty() && !closed) {
                idle.push(this);
                expected = true;
            }
        }

        /** What to do next; null when there will be nothing any more. */
        private @Nullable Errand take() {
            synchronized (lock) {
                if (!expected) {
                    if (!waiting.isEmpty() && !free.isEmpty()) {
                        return work(waiting.remove(), free.pop());
                    }
                    if (closed && waiting.isEmpty()) {
                        return null;
                    }
                    idle.push(this);
                }
                expected = false;
            }
            while (assigned == null) {
                LockSupport.park(this);
                if (assigned == null && dismissed()) {
                    return null;
                }
            }
            Errand given = assigned;
            assigned = null;
            return given;
        }

        private boolean dismissed() {
            synchronized (lock) {
                return closed && waiting.isEmpty() && idle.remove(this);
            }
        }
    }
}
