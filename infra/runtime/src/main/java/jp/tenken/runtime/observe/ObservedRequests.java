package jp.tenken.runtime.observe;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import jp.tenken.edge.watch.RequestListener;
import jp.tenken.edge.watch.RequestTrail;
import jp.tenken.runtime.metrics.RequestMeters;
import jp.tenken.runtime.traces.RequestSpan;
import jp.tenken.runtime.traces.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Times requests, traces them where that is on, and writes a line for each where {@code
 * tenken.requests} is logged at {@code DEBUG}. Thread-safe.
 */
final class ObservedRequests implements RequestListener {

    private static final Logger logger = LoggerFactory.getLogger("tenken.requests");

    private final RequestMeters meters;
    private final Traces traces;
    private final LongSupplier nanoTime;

    ObservedRequests(RequestMeters meters, Traces traces, LongSupplier nanoTime) {
        this.meters = meters;
        this.traces = traces;
        this.nanoTime = nanoTime;
    }

    @Override
    public Watch begun(String method, @Nullable String traceparent) {
        RequestSpan span = traces.on() ? RequestSpan.begun(traces, method, traceparent) : null;
        return new Observed(
                span == null ? traceparent : span.traceparent(), span, nanoTime.getAsLong());
    }

    private final class Observed extends Watch {

        private final @Nullable RequestSpan span;
        private final long begun;

        Observed(@Nullable String traceparent, @Nullable RequestSpan span, long begun) {
            super(traceparent);
            this.span = span;
            this.begun = begun;
        }

        @Override
        public void ended(RequestTrail trail, int status) {
            long nanos = nanoTime.getAsLong() - begun;
            meters.answered(trail.route(), status, trail.problem(), nanos);
            if (span != null) {
                span.ended(trail.route(), status, trail.problem());
            }
            if (logger.isDebugEnabled()) {
                log(trail, status, nanos);
            }
        }

        private void log(RequestTrail trail, int status, long nanos) {
            logger.atDebug()
                    .addKeyValue("tenant", trail.tenant())
                    .addKeyValue("correlationId", trail.correlationId())
                    .addKeyValue("traceparent", traceparent())
                    .addKeyValue("route", trail.route())
                    .addKeyValue("status", status)
                    .addKeyValue("problem", trail.problem())
                    .addKeyValue("micros", TimeUnit.NANOSECONDS.toMicros(nanos))
                    .log("{} {}", trail.route(), status);
        }
    }
}
