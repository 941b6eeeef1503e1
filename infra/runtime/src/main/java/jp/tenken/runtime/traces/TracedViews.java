package jp.tenken.runtime.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tenken.eventstore.Commit;
import jp.tenken.projections.ProjectionListener;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewStatus;
import jp.tenken.projections.ViewStoppedException;

/**
 * A span per batch that a view takes up, from reading it until it can be read from the view.
 * Batches without a recorded trace cost a look at their metadata. Thread-safe.
 */
public final class TracedViews implements ProjectionListener {

    /** A processor has three batches under way at most; what is older was given up. */
    private static final int MOST_UNDER_WAY = 4;

    private final Traces traces;
    private final Map<ViewName, Deque<Batch>> underWay = new ConcurrentHashMap<>();

    private record Batch(long last, Span span) {

        void end(boolean failed) {
            if (failed) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }

    /** In these traces. */
    public TracedViews(Traces traces) {
        this.traces = traces;
    }

    @Override
    public void begun(ViewName view, List<Commit> commits) {
        Span span = traces.begin("project " + view, SpanKind.CONSUMER, commits);
        if (span == null) {
            return;
        }
        Deque<Batch> batches = of(view);
        synchronized (batches) {
            batches.addLast(new Batch(commits.getLast().header().lastPosition(), span));
            while (batches.size() > MOST_UNDER_WAY) {
                batches.removeFirst().end(true);
            }
        }
    }

    @Override
    public void written(ViewStatus status, int events, int rows, Duration took) {
        Deque<Batch> batches = underWay.get(status.view());
        if (batches == null) {
            return;
        }
        synchronized (batches) {
            Batch first = batches.peekFirst();
            while (first != null && first.last() <= status.position()) {
                batches.removeFirst();
                first.span().setAttribute("tenken.events", events);
                first.span().setAttribute("tenken.rows", rows);
                first.end(false);
                first = batches.peekFirst();
            }
        }
    }

    @Override
    public void retrying(ViewName view, int attempt, Duration pause, Throwable failure) {
        giveUp(view);
    }

    @Override
    public void stopped(ViewName view, ViewStoppedException alarm) {
        giveUp(view);
    }

    private void giveUp(ViewName view) {
        Deque<Batch> batches = of(view);
        synchronized (batches) {
            batches.forEach(batch -> batch.end(true));
            batches.clear();
        }
    }

    private Deque<Batch> of(ViewName view) {
        return underWay.computeIfAbsent(view, first -> new ArrayDeque<>());
    }
}
