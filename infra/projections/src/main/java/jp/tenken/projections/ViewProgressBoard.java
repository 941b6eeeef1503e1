package jp.tenken.projections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How far every view of this process has come, and who waits for it to come further.
 *
 * <p>Waiters are bounded over all views; one that is cancelled or completed by its caller gives its
 * place back. They wait without limit: time limits are the caller's, see {@link SequenceGate}.
 * Futures complete on the executor given.
 *
 * <p>Safe for any number of threads; never blocks.
 */
public final class ViewProgressBoard {

    private final Executor executor;
    private final int mostWaiters;
    private final int mostTenants;
    private final AtomicInteger waiters = new AtomicInteger();
    private final Map<ViewName, Course> courses = new ConcurrentHashMap<>();

    /** A board without views; they appear as they are asked for or announced. */
    public ViewProgressBoard(ProjectionSettings settings, Executor executor) {
        this.executor = executor;
        this.mostWaiters = settings.waiters();
        this.mostTenants = settings.tenants();
    }

    /**
     * Position of the last event that the view has scanned and written, as far as this process
     * knows.
     */
    public long position(ViewName view) {
        return course(view).position();
    }

    /** Readers that wait now, over all views. */
    public int waiters() {
        return waiters.get();
    }

    /**
     * Completes when the view has scanned the position, handled or not, and its rows can be read.
     *
     * @return fails at once with {@link TooManyWaitersException} when the bound is reached
     */
    public CompletableFuture<Void> awaitPosition(ViewName view, long position) {
        CompletableFuture<Boolean> waiting = course(view).await(Course.POSITION, position);
        CompletableFuture<Void> result = new CompletableFuture<>();
        var unused =
                waiting.whenComplete(
                        (reached, failure) -> {
                            if (failure != null) {
                                result.completeExceptionally(failure);
                            } else {
                                result.complete(null);
                            }
                        });
        // Whoever gives up on the result gives the place back.
        var unusedToo = result.whenComplete((reached, failure) -> waiting.cancel(false));
        return result;
    }

    /**
     * Completes with true when the view has written the tenant's sequence, with false when this
     * process has lost sight of how far the tenant was read and the caller must look for itself.
     */
    CompletableFuture<Boolean> awaitSequence(ViewName view, String tenant, long sequence) {
        return course(view).await(tenant, sequence);
    }

    /**
     * Whether the board follows the tenant, so that a sequence which it has not seen is yet to
     * come.
     */
    boolean follows(ViewName view, String tenant) {
        return course(view).follows(tenant);
    }

    /**
     * A batch has become durable: the new position, and the last sequence of every tenant in it.
     */
    void advanced(ViewName view, long position, Map<String, Long> reached) {
        course(view).advanced(position, reached);
    }

    /** The view was found at a position; which tenants moved on the way there is not known. */
    void found(ViewName view, long position) {
        course(view).found(position);
    }

    /** Nobody writes the view any more; whoever waits for it still waits. */
    void forget(ViewName view) {
        courses.remove(view);
    }

    private Course course(ViewName view) {
        return courses.computeIfAbsent(view, unused -> new Course());
    }

    /**
     * What a waiter waits for.
     *
     * @param subject a tenant, or {@link Course#POSITION}
     * @param target its sequence, or the log's position
     * @param number tells apart who waits for the same
     */
    private record Ticket(String subject, long target, long number) implements Comparable<Ticket> {

        @Override
        public int compareTo(Ticket other) {
            int bySubject = subject.compareTo(other.subject);
            if (bySubject != 0) {
                return bySubject;
            }
            int byTarget = Long.compare(target, other.target);
            return byTarget != 0 ? byTarget : Long.compare(number, other.number);
        }
    }

    /** One view's progress. The lock is held for map operations only. */
    private final class Course {

        /** The subject of those who wait for a position of the log; no tenant is empty. */
        static final String POSITION = "";

        private final TreeMap<Ticket, CompletableFuture<Boolean>> waiting = new TreeMap<>();
        private final LinkedHashMap<String, Long> tenants =
                new LinkedHashMap<>(64, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                        return size() > mostTenants;
                    }
                };
        private long position;
        private long issued;

        synchronized long position() {
            return position;
        }

        synchronized boolean follows(String tenant) {
            return tenants.containsKey(tenant);
        }

        CompletableFuture<Boolean> await(String subject, long target) {
            CompletableFuture<Boolean> future = new CompletableFuture<>();
            Ticket ticket;
            synchronized (this) {
                Long reached =
                        subject.equals(POSITION) ? Long.valueOf(position) : tenants.get(subject);
                if (reached != null && reached >= target) {
                    return CompletableFuture.completedFuture(true);
                }
                if (waiters.incrementAndGet() > mostWaiters) {
                    waiters.decrementAndGet();
                    return CompletableFuture.failedFuture(new TooManyWaitersException(mostWaiters));
                }
                ticket = new Ticket(subject, target, issued++);
                waiting.put(ticket, future);
            }
            var unused = future.whenComplete((value, failure) -> leave(ticket));
            return future;
        }

        private void leave(Ticket ticket) {
            waiters.decrementAndGet();
            synchronized (this) {
                waiting.remove(ticket);
            }
        }

        void advanced(long to, Map<String, Long> reached) {
            List<CompletableFuture<Boolean>> arrived = new ArrayList<>();
            synchronized (this) {
                position = to;
                collect(POSITION, to, arrived);
                reached.forEach(
                        (tenant, sequence) -> {
                            tenants.put(tenant, sequence);
                            collect(tenant, sequence, arrived);
                        });
            }
            complete(arrived, true);
        }

        void found(long at) {
            List<CompletableFuture<Boolean>> arrived = new ArrayList<>();
            List<CompletableFuture<Boolean>> unsure = new ArrayList<>();
            synchronized (this) {
                position = at;
                tenants.clear();
                collect(POSITION, at, arrived);
                waiting.forEach(
                        (ticket, future) -> {
                            if (!ticket.subject().equals(POSITION)) {
                                unsure.add(future);
                            }
                        });
                waiting.keySet().removeIf(ticket -> !ticket.subject().equals(POSITION));
            }
            complete(arrived, true);
            complete(unsure, false);
        }

        private void collect(String subject, long reached, List<CompletableFuture<Boolean>> into) {
            if (waiting.isEmpty()) {
                return;
            }
            Map<Ticket, CompletableFuture<Boolean>> passed =
                    waiting.subMap(
                            new Ticket(subject, Long.MIN_VALUE, 0),
                            new Ticket(subject, reached, Long.MAX_VALUE));
            into.addAll(passed.values());
            passed.clear();
        }

        private void complete(List<CompletableFuture<Boolean>> futures, boolean value) {
            for (CompletableFuture<Boolean> future : futures) {
                executor.execute(() -> future.complete(value));
            }
        }
    }
}
