package jp.tenken.runtime.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.append.AppendListener;
import org.jspecify.annotations.Nullable;

/** A span per write to the log, from its beginning until it is known what stands. Thread-safe. */
public final class TracedAppends implements AppendListener {

    private final Traces traces;

    /** There is one write at a time. */
    private final AtomicReference<@Nullable Span> write = new AtomicReference<>();

    /** In these traces. */
    public TracedAppends(Traces traces) {
        this.traces = traces;
    }

    @Override
    public void writing(List<Commit> batch) {
        write.set(traces.begin("append", SpanKind.INTERNAL, batch));
    }

    @Override
    public void written(List<Commit> batch) {
        end(false);
    }

    @Override
    public void refused(List<Commit> batch, CommitLogException refusal) {
        end(true);
    }

    @Override
    public void unclear(List<Commit> batch, boolean raced) {
        Span span = write.get();
        if (span != null) {
            span.addEvent(raced ? "another writer was faster" : "the answer was lost");
        }
    }

    @Override
    public void resolved(List<Commit> standing) {
        end(false);
    }

    private void end(boolean failed) {
        Span span = write.getAndSet(null);
        if (span != null) {
            if (failed) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
