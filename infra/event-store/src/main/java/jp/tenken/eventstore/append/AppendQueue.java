package jp.tenken.eventstore.append;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.append.AppendRefusedException.Reason;

/**
 * The appends that wait, first come first served, bounded. Anybody puts in; the leader takes out,
 * and puts those back in front that have to try again.
 */
final class AppendQueue {

    private final AppenderSettings settings;
    private final AppendListener listener;
    private final Semaphore room;
    private final ConcurrentLinkedQueue<PendingAppend> inbox = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<PendingAppend> again = new ArrayDeque<>();

    AppendQueue(AppenderSettings settings, AppendListener listener) {
        this.settings = settings;
        this.listener = listener;
        this.room = new Semaphore(settings.waiting());
    }

    /** Takes a place, given back when the append is answered. */
    void admit(PendingAppend pending) {
        check(pending);
        if (!room.tryAcquire()) {
            throw new AppendRefusedException(
                    Reason.OVERLOADED, settings.waiting() + " appends are waiting already");
        }
        Futures.whenDone(
                pending.answer,
                Runnable::run,
                (receipt, failure) -> {
                    room.release();
                    if (failure != null) {
                        listener.failed(failure);
                    }
                });
    }

    /** Appends that are admitted and not answered yet. */
    int waiting() {
        return settings.waiting() - room.availablePermits();
    }

    void add(PendingAppend pending) {
        inbox.add(pending);
    }

    /** Only the leader. */
    void addFirst(Collection<PendingAppend> pending) {
        List<PendingAppend> inOrder = new ArrayList<>(pending);
        for (PendingAppend each : inOrder.reversed()) {
            again.addFirst(each);
        }
    }

    boolean isEmpty() {
        return again.isEmpty() && inbox.isEmpty();
    }

    /**
     * What may still join a batch of that many events and bytes; at least one append if the batch
     * is empty and anybody waits. Only the leader.
     */
    List<PendingAppend> take(int events, long bytes) {
        List<PendingAppend> taken = new ArrayList<>();
        int allEvents = events;
        long allBytes = bytes;
        for (PendingAppend next = peek(); next != null; next = peek()) {
            boolean first = allEvents == 0;
            allEvents += next.events();
            allBytes += next.bytes;
            if (!first
                    && (allEvents > settings.batchEvents() || allBytes > settings.batchBytes())) {
                return taken;
            }
            taken.add(next);
            remove();
        }
        return taken;
    }

    private PendingAppend peek() {
        PendingAppend first = again.peekFirst();
        return first != null ? first : inbox.peek();
    }

    private void remove() {
        if (again.pollFirst() == null) {
            inbox.remove();
        }
    }

    private static void check(PendingAppend pending) {
        int events = pending.events();
        if (events > Commit.MAX_EVENTS || pending.bytes > Commit.MAX_BYTES) {
            throw new AppendRefusedException(
                    Reason.OVERSIZE,
                    "%d events with %d bytes; one commit holds at most %d and %d"
                            .formatted(events, pending.bytes, Commit.MAX_EVENTS, Commit.MAX_BYTES));
        }
    }
}
