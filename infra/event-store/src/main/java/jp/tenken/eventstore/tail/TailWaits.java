package jp.tenken.eventstore.tail;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** Who waits for the log to grow, nearest position first. Guarded by its owner's lock. */
final class TailWaits {

    private record Wait(long position, CompletableFuture<Void> reached)
            implements Comparable<Wait> {
        @Override
        public int compareTo(Wait other) {
            return Long.compare(position, other.position);
        }
    }

    private final PriorityQueue<Wait> waits = new PriorityQueue<>();
    private final int most;
    private boolean closed;

    /**
     * Nobody yet.
     *
     * @param most that may be open at the same time
     */
    TailWaits(int most) {
        this.most = most;
    }

    /** One more, for the log to grow beyond the position; fails when there are too many. */
    CompletableFuture<Void> beyond(long position) {
        if (closed || (waits.size() >= most && !dropAbandoned())) {
            return CompletableFuture.failedFuture(
                    new RejectedExecutionException(closed ? "closed" : "too many waits"));
        }
        CompletableFuture<Void> reached = new CompletableFuture<>();
        waits.add(new Wait(position, reached));
        return reached;
    }

    /** Takes those out that a head has gone beyond. */
    List<CompletableFuture<Void>> due(long head) {
        List<CompletableFuture<Void>> due = new ArrayList<>();
        while (!waits.isEmpty() && waits.peek().position() < head) {
            due.add(waits.remove().reached());
        }
        return due;
    }

    /** Takes out all there are, and lets nobody in any more. */
    List<CompletableFuture<Void>> close() {
        closed = true;
        List<CompletableFuture<Void>> left = waits.stream().map(Wait::reached).toList();
        waits.clear();
        return left;
    }

    int size() {
        return waits.size();
    }

    private boolean dropAbandoned() {
        return waits.removeIf(wait -> wait.reached().isDone());
    }
}
