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
            if (!late && (free.isEmpty() || idle.isEmpty())) {
                waiting.add(job);
            } else if (!late) {
                woken = idle.pop();
                woken.assigned = new Assignment(job, free.pop());
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
        result.completeExceptionally(
                translation.apply(new RejectedExecutionException(name + " " + why)));
        return result;
    }

    /** Makes a session free for those who wait; the caller goes on with something else. */
    private void release(Session session) {
        Worker woken = null;
        synchronized (lock) {
            if (waiting.isEmpty() || idle.isEmpty()) {
                free.push(session);
            } else {
                woken = idle.pop();
                woken.assigned = new Assignment(waiting.remove(), session);
            }
        }
        wake(woken);
    }

    private static void wake(@Nullable Worker worker) {
        if (worker != null) {
            LockSupport.unpark(worker.thread);
        }
    }

    private void complete(Runnable completion) {
        if (!completing.tryAcquire()) {
            completions.execute(() -> run(completion));
            return;
        }
        try {
            run(completion);
        } finally {
            completing.release();
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

    private record Assignment(Job<?> job, Session session) {}

    /** A thread with what it was given to do. */
    private final class Worker implements Runnable {

        private final Thread thread;
        private volatile @Nullable Assignment assigned;

        Worker(String threadName) {
            thread = Thread.ofPlatform().daemon().name(threadName).unstarted(this);
        }

        @Override
        public void run() {
            for (Assignment next = take(); next != null; next = take()) {
                Runnable completion = next.job.on(next.session, translation);
                release(next.session);
                complete(completion);
            }
        }

        /** What to do next; null when there will be nothing any more. */
        private @Nullable Assignment take() {
            synchronized (lock) {
                if (!waiting.isEmpty() && !free.isEmpty()) {
                    return new Assignment(waiting.remove(), free.pop());
                }
                if (closed && waiting.isEmpty()) {
                    return null;
                }
                idle.push(this);
            }
            while (assigned == null) {
                LockSupport.park(this);
                if (assigned == null && dismissed()) {
                    return null;
                }
            }
            Assignment given = assigned;
            assigned = null;
            return given;
        }

        private boolean dismissed() {
            synchronized (lock) {
                return closed && waiting.isEmpty() && idle.remove(this);
            }
        }
    }

    /** Work with where its result goes. */
    private record Job<T extends @Nullable Object>(
            Session.Work<T> work, CompletableFuture<T> result) {

        /** Does the work and says how to complete the future with what came of it. */
        Runnable on(Session session, Function<Throwable, RuntimeException> translation) {
            try {
                T value = work.on(session);
                return () -> result.complete(value);
            } catch (SQLException failure) {
                session.forgetStatements();
                return () -> result.completeExceptionally(translation.apply(failure));
            } catch (RuntimeException | Error failure) {
                session.forgetStatements();
                return () -> result.completeExceptionally(failure);
            }
        }
    }
}
