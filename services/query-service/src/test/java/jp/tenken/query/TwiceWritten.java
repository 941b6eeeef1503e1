package jp.tenken.query;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tenken.eventstore.tck.ForwardingViewStore;
import jp.tenken.projections.Row;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewStore;

/** A store that is sent every batch a second time, as after an answer that got lost. */
final class TwiceWritten extends ForwardingViewStore {

    private final AtomicInteger appliedAgain = new AtomicInteger();
    private final Map<ViewName, Queue<Row>> written = new ConcurrentHashMap<>();

    TwiceWritten(ViewStore store) {
        super(store);
    }

    /** How many second times changed something; 0 where all is well. */
    int appliedAgain() {
        return appliedAgain.get();
    }

    /** The versions that were written to a view, in order. */
    List<Row> written(ViewName view) {
        return List.copyOf(written.getOrDefault(view, new ConcurrentLinkedQueue<>()));
    }

    @Override
    public CompletableFuture<Boolean> write(
            ViewName view, long from, long to, UUID epoch, List<Row> rows) {
        written.computeIfAbsent(view, each -> new ConcurrentLinkedQueue<>()).addAll(rows);
        return super.write(view, from, to, epoch, rows)
                .thenCompose(
                        applied ->
                                super.write(view, from, to, epoch, rows)
                                        .thenApply(
                                                again -> {
                                                    if (again) {
                                                        appliedAgain.incrementAndGet();
                                                    }
                                                    return applied;
                                                }));
    }
}
