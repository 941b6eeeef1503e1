package jp.tenken.eventstore.axon;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tenken.eventstore.Futures;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message stream that is filled page by page, one page ahead of its consumer and never more: a
 * slow consumer costs two pages of memory, whatever waits behind them.
 *
 * <p>The callback is never run by two threads at once and always once more after something has
 * changed. Axon 5.0.1's {@code first()} loses the wake-up when two run at the same time, and waits
 * for ever.
 */
final class PagedMessageStream implements MessageStream<EventMessage> {

    /** Where pages come from. */
    interface Pages {

        /** The next page; asked again only after it was answered. A failure ends the stream. */
        CompletableFuture<Page> next();

        /** Nobody will ask any more. */
        default void close() {}
    }

    /**
     * A page.
     *
     * @param entries in order, possibly none
     * @param last whether the stream completes behind them
     */
    record Page(List<? extends Entry<EventMessage>> entries, boolean last) {}

    private final Pages pages;
    private final Executor executor;
    private final int fetchBelow;
    private final Object lock = new Object();
    private final ArrayDeque<Entry<EventMessage>> ready = new ArrayDeque<>();
    private final AtomicInteger signals = new AtomicInteger();
    private volatile Runnable callback = () -> {};
    private boolean fetching;
    private boolean exhausted;
    private boolean closed;
    private @Nullable Throwable failure;

    /** Asks for a page when fewer than {@code fetchBelow} entries are left. */
    PagedMessageStream(Pages pages, Executor executor, int fetchBelow) {
        this.pages = pages;
        this.executor = executor;
        this.fetchBelow = fetchBelow;
        fetch();
    }

    @Override
    public Optional<Entry<EventMessage>> next() {
        Entry<EventMessage> entry;
        boolean low;
        synchronized (lock) {
            entry = ready.poll();
            low = wantsMore();
        }
        if (low) {
            fetch();
        }
        return Optional.ofNullable(entry);
    }

    @Override
    public Optional<Entry<EventMessage>> peek() {
        synchronized (lock) {
            return Optional.ofNullable(ready.peek());
        }
    }

    @Override
    public void setCallback(Runnable newCallback) {
        callback = newCallback;
        boolean due;
        synchronized (lock) {
            due = !ready.isEmpty() || exhausted;
        }
        if (due) {
            signal();
        }
    }

    @Override
    public Optional<Throwable> error() {
        synchronized (lock) {
            return ready.isEmpty() ? Optional.ofNullable(failure) : Optional.empty();
        }
    }

    @Override
    public boolean isCompleted() {
        synchronized (lock) {
            return exhausted && ready.isEmpty();
        }
    }

    @Override
    public boolean hasNextAvailable() {
        synchronized (lock) {
            return !ready.isEmpty();
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            exhausted = true;
            ready.clear();
        }
        pages.close();
    }

    private void fetch() {
        synchronized (lock) {
            if (!wantsMore()) {
                return;
            }
            fetching = true;
        }
        Futures.whenDone(pages.next(), executor, this::arrived);
    }

    private boolean wantsMore() {
        return !fetching && !exhausted && ready.size() < fetchBelow;
    }

    private void arrived(@Nullable Page page, @Nullable Throwable fault) {
        boolean low;
        synchronized (lock) {
            fetching = false;
            if (closed) {
                return;
            }
            if (page == null) {
                failure = fault;
                exhausted = true;
            } else {
                ready.addAll(page.entries());
                exhausted = page.last();
            }
            low = wantsMore();
        }
        if (low) {
            fetch();
        }
        signal();
    }

    private void signal() {
        if (signals.getAndIncrement() == 0) {
            int seen = 1;
            do {
                callback.run();
                seen = signals.addAndGet(-seen);
            } while (seen != 0);
        }
    }
}
