package jp.tenken.runtime.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/** The span of one request. */
public final class RequestSpan {

    private static final int SERVER_ERROR = 500;

    private final Span span;
    private final @Nullable String traceparent;

    private RequestSpan(Span span, @Nullable String traceparent) {
        this.span = span;
        this.traceparent = traceparent;
    }

    /**
     * A request has come.
     *
     * @param client the client's own {@code traceparent}; null = none
     */
    public static RequestSpan begun(Traces traces, String method, @Nullable String client) {
        Span span = traces.begin(method, SpanKind.SERVER, client);
        span.setAttribute("http.request.method", method);
        String recorded = Traces.traceparent(span);
        return new RequestSpan(span, recorded == null ? client : recorded);
    }

    /** What the request causes carries this; null = nothing. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    /**
     * The answer begins.
     *
     * @param route method and path template
     * @param status of HTTP; 0 = the client has left
     * @param problem stable code; null = none
     */
    public void ended(String route, int status, @Nullable String problem) {
        span.updateName(route);
        span.setAttribute("http.route", route);
        span.setAttribute("http.response.status_code", status);
        if (problem != null) {
            span.setAttribute("tenken.problem", problem);
        }
        if (status >= SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
