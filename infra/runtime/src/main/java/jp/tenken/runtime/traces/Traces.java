package jp.tenken.runtime.traces;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.kernel.MetadataKeys;
import org.jspecify.annotations.Nullable;

/**
 * The traces of this process, on or off. Spans belong together by W3C {@code traceparent} texts
 * that travel with what they are about, never by the thread: work hops between threads, and the
 * events of a commit reach a view long after the request. Thread-safe.
 */
public final class Traces implements AutoCloseable {

    /** Most links of one span: a batch may hold thousands of commits. */
    static final int MOST_LINKS = 128;

    private static final int VERSION = 3;
    private static final int TRACE_ID = VERSION + 32;
    private static final int SPAN_ID = TRACE_ID + 1 + 16;
    private static final long CLOSING_SECONDS = 5;

    private final Tracer tracer;
    private final @Nullable SdkTracerProvider provider;

    private Traces(TracerProvider tracers, @Nullable SdkTracerProvider provider) {
        this.tracer = tracers.get("tenken");
        this.provider = provider;
    }

    /** No traces: nothing is made, nothing is sent. */
    public static Traces off() {
        return new Traces(TracerProvider.noop(), null);
    }

    /**
     * Sends spans to a collector that speaks OTLP over HTTP; drops them while it does not answer.
     *
     * @param endpoint {@code http://host:4318/v1/traces}
     * @param service the name of this process
     * @param ratio of traces that are recorded, 0 to 1. It is decided by the trace's id alone, so
     *     every process decides alike, and no client can ask for more
     */
    public static Traces to(String endpoint, String service, double ratio) {
        return through(
                BatchSpanProcessor.builder(
                                OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build())
                        .build(),
                service,
                ratio);
    }

    /** Through a given processor. */
    static Traces through(SpanProcessor processor, String service, double ratio) {
        SdkTracerProvider provider =
                SdkTracerProvider.builder()
                        .setResource(
                                Resource.getDefault().toBuilder()
                                        .put(AttributeKey.stringKey("service.name"), service)
                                        .build())
                        .setSampler(Sampler.traceIdRatioBased(ratio))
                        .addSpanProcessor(processor)
                        .build();
        return new Traces(provider, provider);
    }

    /** Whether anything is traced. */
    public boolean on() {
        return provider != null;
    }

    /**
     * Begins a span.
     *
     * @param parent the {@code traceparent} of what it belongs to; null = a trace of its own
     */
    Span begin(String name, SpanKind kind, @Nullable String parent) {
        SpanContext known = context(parent);
        SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(kind);
        return (known == null ? builder.setNoParent() : builder.setParent(within(known)))
                .startSpan();
    }

    /**
     * Begins a span for commits that came to be in several traces: in the first of these that is
     * recorded, with links to the others.
     *
     * @return null when none of them is recorded
     */
    @Nullable Span begin(String name, SpanKind kind, List<Commit> commits) {
        List<SpanContext> causes = causes(commits);
        if (causes.isEmpty()) {
            return null;
        }
        SpanBuilder builder =
                tracer.spanBuilder(name)
                        .setSpanKind(kind)
                        .setParent(within(causes.getFirst()))
                        .setAttribute("tenken.commits", commits.size());
        causes.subList(1, causes.size()).forEach(builder::addLink);
        return builder.startSpan();
    }

    private static List<SpanContext> causes(List<Commit> commits) {
        List<SpanContext> causes = new ArrayList<>();
        for (Commit commit : commits) {
            List<StoredEvent> events = commit.events();
            SpanContext cause =
                    events.isEmpty()
                            ? null
                            : context(events.getFirst().metadata().get(MetadataKeys.TRACEPARENT));
            if (cause != null && cause.isSampled()) {
                causes.add(cause);
                if (causes.size() > MOST_LINKS) {
                    return causes;
                }
            }
        }
        return causes;
    }

    private static Context within(SpanContext parent) {
        return Context.root().with(Span.wrap(parent));
    }

    /** The text by which others can belong to a span; null when it is not recorded. */
    static @Nullable String traceparent(Span span) {
        SpanContext context = span.getSpanContext();
        return context.isValid() && context.isSampled()
                ? "00-%s-%s-%s"
                        .formatted(
                                context.getTraceId(),
                                context.getSpanId(),
                                context.getTraceFlags().asHex())
                : null;
    }

    /** What a well-formed {@code traceparent} says; null when there is none. */
    private static @Nullable SpanContext context(@Nullable String traceparent) {
        if (traceparent == null || traceparent.length() < SPAN_ID + VERSION) {
            return null;
        }
        SpanContext context =
                SpanContext.createFromRemoteParent(
                        traceparent.substring(VERSION, TRACE_ID),
                        traceparent.substring(TRACE_ID + 1, SPAN_ID),
                        TraceFlags.fromHex(traceparent, SPAN_ID + 1),
                        TraceState.getDefault());
        return context.isValid() ? context : null;
    }

    /** Sends what is left, for five seconds at most. */
    @Override
    public void close() {
        if (provider != null) {
            var unused = provider.shutdown().join(CLOSING_SECONDS, TimeUnit.SECONDS);
        }
    }
}
