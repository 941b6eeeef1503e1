package jp.tenken.projections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * How far one view has come, and who waits for it to come further. The lock is held for map
 * operations only.
 */
final class ViewCourse {

    /** The subject of those who wait for a position of the log; no tenant is empty. */
    static final String POSITION = "";

    /**
     * What a waiter waits for.
     *
     * @param subject a tenant, or {@link ViewCourse#POSITION}
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

    private final WaitingPlaces places;
    private final int mostTenants;
    private final Executor executor;
    private final Runnable onWait;
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
    private boolean elsewhere;

    ViewCourse(WaitingPlaces places, int mostTenants, Executor executor, Runnable onWait) {
        this.places = places;
        this.mostTenants = mostTenants;
        this.executor = executor;
        this.onWait = onWait;
    }

    synchronized long position() {
        return position;
    }

    synchronized boolean follows(String tenant) {
        return !elsewhere && tenants.containsKey(tenant);
    }

    CompletableFuture<Boolean> await(String subject, long target) {
        CompletableFuture<Boolean> future = new CompletableFuture<>();
        Ticket ticket;
        boolean news;
        synchronized (this) {
            Long reached = subject.equals(POSITION) ? Long.valueOf(position) : tenants.get(subject);
            if (reached != null && reached >= target) {
                return CompletableFuture.completedFuture(true);
            }
            if (!places.take()) {
                return CompletableFuture.failedFuture(new TooManyWaitersException(places.most()));
            }
            ticket = new Ticket(subject, target, issued++);
            waiting.put(ticket, future);
            news = elsewhere;
        }
        var unused = future.whenComplete((value, failure) -> leave(ticket));
        if (news) {
            onWait.run();
        }
        return future;
    }

    private void leave(Ticket ticket) {
        places.giveBack();
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
            elsewhere = false;
            tenants.clear();
            moved(at, arrived, unsure);
        }
        complete(arrived, true);
        complete(unsure, false);
    }

    void observing() {
        List<CompletableFuture<Boolean>> unsure = new ArrayList<>();
        synchronized (this) {
            elsewhere = true;
            tenants.clear();
            moved(position, new ArrayList<>(), unsure);
        }
        complete(unsure, false);
        if (wantsNews()) {
            onWait.run();
        }
    }

    synchronized boolean wantsNews() {
        return elsewhere && !waiting.isEmpty();
    }

    boolean observed(long at) {
        List<CompletableFuture<Boolean>> arrived = new ArrayList<>();
        List<CompletableFuture<Boolean>> unsure = new ArrayList<>();
        synchronized (this) {
            if (!elsewhere || position == at) {
                return false;
            }
            if (at < position) {
                // Built anew: what was there once is not there yet.
                tenants.clear();
            }
            moved(at, arrived, unsure);
        }
        complete(arrived, true);
        complete(unsure, false);
        return true;
    }

    synchronized void passed(String tenant, long sequence) {
        if (elsewhere) {
            tenants.merge(tenant, sequence, Math::max);
        }
    }

    /** Which tenants moved is not known: who waits for one looks again. */
    private void moved(
            long at,
            List<CompletableFuture<Boolean>> arrived,
            List<CompletableFuture<Boolean>> unsure) {
        position = at;
        collect(POSITION, at, arrived);
        waiting.forEach(
                (ticket, future) -> {
                    if (!ticket.subject().equals(POSITION)) {
                        unsure.add(future);
                    }
                });
        waiting.keySet().removeIf(ticket -> !ticket.subject().equals(POSITION));
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
