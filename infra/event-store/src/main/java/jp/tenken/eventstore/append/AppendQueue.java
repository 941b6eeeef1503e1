package jp.tenken.eventstore.append;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendRefusedException.Reason;

/**
 * The appends that wait, first come first served, bounded. Anybody puts in; the leader takes out,
 * and puts those back in front that have to try again.
 */
final class AppendQueue {

    private final AppenderSettings settings;
    private final Semaphore room;
    private final ConcurrentLinkedQueue<PendingAppend> inbox = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<PendingAppend> again = new ArrayDeque<>();

    AppendQueue(AppenderSettings settings) {
        this.settings = settings;
        this.room = new Semaphore(settings.waiting());
    }

    /** Takes a place, given back when the append is answered. */
    void admit(PendingAppend pending) {
        check(pending.request);
        if (!room.tryAcquire()) {
            throw new AppendRefusedException(
                    Reason.OVERLOADED, settings.waiting() + " appends are waiting already");
        }
        Futures.whenDone(pending.answer, Runnable::run, (receipt, failure) -> room.release());
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

    /** The next batch, at least one append unless nobody waits. Only the leader. */
    List<PendingAppend> take() {
        List<PendingAppend> batch = new ArrayList<>();
        int events = 0;
        long bytes = 0;
        for (PendingAppend next = peek(); next != null; next = peek()) {
            events += next.request.events().size();
            bytes += bytes(next.request);
            if (!batch.isEmpty()
                    && (events > settings.batchEvents() || bytes > settings.batchBytes())) {
                return batch;
            }
            batch.add(next);
            remove();
        }
        return batch;
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

    private static void check(AppendRequest request) {
        if (request.events().isEmpty()) {
            throw new IllegalArgumentException("an append needs at least one event");
        }
        long bytes = bytes(request);
        if (request.events().size() > Commit.MAX_EVENTS || bytes > Commit.MAX_BYTES) {
            throw new AppendRefusedException(
                    Reason.OVERSIZE,
                    "%d events with %d bytes; one commit holds at most %d and %d"
                            .formatted(
                                    request.events().size(),
                                    bytes,
                                    Commit.MAX_EVENTS,
                                    Commit.MAX_BYTES));
        }
    }

    private static long bytes(AppendRequest request) {
        long bytes = 0;
        for (StoredEvent event : request.events()) {
            bytes += event.payload().length;
        }
        return bytes;
    }
}
