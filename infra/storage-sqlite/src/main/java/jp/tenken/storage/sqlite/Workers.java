package jp.tenken.storage.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that work on the sessions of one file. Work waits in a bounded queue; beyond the bound it
 * is refused.
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
    private final BlockingQueue<Job<?>> jobs = new LinkedBlockingQueue<>(CAPACITY * 2);
    private final BlockingQueue<Session> free;
    private final List<Session> sessions;
    private final List<Thread> threads;
    private final ExecutorService completions;
    private volatile boolean closed;

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
        this.free = new ArrayBlockingQueue<>(sessions.size(), true, sessions);
        this.completions =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(name + "-done-", 1).factory());
        this.threads =
                IntStream.rangeClosed(1, sessions.size() + SPARE)
                        .mapToObj(
                                i ->
                                        Thread.ofPlatform()
                                                .daemon()
                                                .name(name + "-" + i)
                                                .start(this::run))
                        .toList();
    }

    /** Does the work on a free session. */
    <T extends @Nullable Object> CompletableFuture<T> submit(Session.Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        if (closed || !slots.tryAcquire()) {
            result.completeExceptionally(translation.apply(refusal()));
            return result;
        }
        Job<T> job = new Job<>(work, result);
        jobs.add(job);
        if (closed && jobs.remove(job)) {
            result.completeExceptionally(translation.apply(refusal()));
        }
        return result;
    }

    private RejectedExecutionException refusal() {
        return new RejectedExecutionException(
                closed
                        ? name + " is closed"
                        : name + " has too much to do: " + CAPACITY + " requests wait");
    }

    private void run() {
        try {
            for (Job<?> job = jobs.take(); job.work != null; job = jobs.take()) {
                work(job);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Job<?> job) throws InterruptedException {
        Session session = free.take();
        Runnable completion;
        try {
            completion = job.on(session, translation);
        } finally {
            free.add(session);
        }
        if (completing.tryAcquire()) {
            try {
                complete(completion);
            } finally {
                completing.release();
            }
        } else {
            completions.execute(() -> complete(completion));
        }
    }

    private void complete(Runnable completion) {
        try {
            completion.run();
        } finally {
            slots.release();
        }
    }

    /** Lets all accepted work be done, then ends the threads and closes the sessions. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        threads.forEach(thread -> jobs.add(new Job<>(null, new CompletableFuture<>())));
        try {
            for (Thread thread : threads) {
                if (!thread.equals(Thread.currentThread())) {
                    thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        refuseLatecomers();
        completions.shutdown();
        for (Session session : sessions) {
            try {
                session.close();
            } catch (SQLException failure) {
                logger.warn("{} did not close cleanly: {}", name, failure.getMessage());
            }
        }
    }

    private void refuseLatecomers() {
        for (Job<?> job = jobs.poll(); job != null; job = jobs.poll()) {
            job.result.completeExceptionally(translation.apply(refusal()));
        }
    }

    /** Work with where its result goes; without work, the end of a thread. */
    private record Job<T extends @Nullable Object>(
            Session.@Nullable Work<T> work, CompletableFuture<T> result) {

        /** Does the work and says how to complete the future with what came of it. */
        Runnable on(Session session, Function<Throwable, RuntimeException> translation) {
            if (work == null) {
                return () -> {};
            }
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
