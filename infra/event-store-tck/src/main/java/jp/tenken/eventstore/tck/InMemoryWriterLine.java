package jp.tenken.eventstore.tck;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.WriteTurns;

/**
 * The reference of {@link WriteTurns}: a line in memory under a lock. Nobody in it ever goes
 * missing. Thread-safe.
 */
public final class InMemoryWriterLine {

    private record InLine(Place place, CompletableFuture<Boolean> turn) {}

    /** The one in front has the turn. */
    private final Deque<InLine> line = new ArrayDeque<>();

    private final EngineThreads threads = EngineThreads.asManyAsItTakes("in-memory-turns");

    /** A line in which nobody is. */
    public InMemoryWriterLine() {}

    /** A place for one more writer. */
    public WriteTurns place() {
        return new Place();
    }

    private void tellTheFirst() {
        InLine first = line.peekFirst();
        if (first != null) {
            answer(first, true);
        }
    }

    private void answer(InLine waiting, boolean mine) {
        var unused = threads.answer(() -> waiting.turn().complete(mine));
    }

    private final class Place implements WriteTurns {

        @Override
        public CompletableFuture<Boolean> take() {
            synchronized (line) {
                InLine mine = new InLine(this, new CompletableFuture<>());
                if (isFirst()) {
                    line.removeFirst();
                    line.addFirst(mine);
                } else {
                    line.addLast(mine);
                }
                tellTheFirst();
                return mine.turn();
            }
        }

        private boolean isFirst() {
            InLine first = line.peekFirst();
            return first != null && first.place() == this;
        }

        @Override
        public CompletableFuture<Boolean> leave() {
            return threads.answer(
                    () -> {
                        synchronized (line) {
                            line.stream()
                                    .filter(each -> each.place() == this)
                                    .forEach(each -> answer(each, false));
                            line.removeIf(each -> each.place() == this);
                            tellTheFirst();
                            return !line.isEmpty();
                        }
                    });
        }

        @Override
        public CompletableFuture<Boolean> wanted() {
            return threads.answer(
                    () -> {
                        synchronized (line) {
                            return line.stream().anyMatch(each -> each.place() != this);
                        }
                    });
        }
    }
}
