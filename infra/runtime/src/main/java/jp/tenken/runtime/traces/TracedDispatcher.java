package jp.tenken.runtime.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jp.tenken.edge.CommandContext;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Receipt;
import jp.tenken.kernel.TenantId;
import reactor.core.publisher.Mono;

/**
 * A span per command, with its retries; the events of the command carry it on. Thread-safe; never
 * blocks.
 */
public final class TracedDispatcher implements CommandDispatcher {

    private final Traces traces;
    private final CommandDispatcher commands;

    /** Around a dispatcher. */
    public TracedDispatcher(Traces traces, CommandDispatcher commands) {
        this.traces = traces;
        this.commands = commands;
    }

    @Override
    public Mono<Long> sequence(TenantId tenant) {
        return commands.sequence(tenant);
    }

    @Override
    public Mono<Receipt> dispatch(Object command, CommandContext context) {
        return Mono.defer(() -> traced(command, context));
    }

    private Mono<Receipt> traced(Object command, CommandContext context) {
        Span span =
                traces.begin(
                        command.getClass().getSimpleName(),
                        SpanKind.INTERNAL,
                        context.traceparent());
        String carried = Traces.traceparent(span);
        if (carried == null) {
            return commands.dispatch(command, context);
        }
        span.setAttribute("tenken.tenant", context.tenant().value());
        span.setAttribute("tenken.correlation_id", context.correlationId());
        return commands.dispatch(command, context.within(carried))
                .doOnNext(receipt -> span.setAttribute("tenken.sequence", receipt.sequence()))
                // Its kind alone: what a failure says may quote what somebody wrote.
                .doOnError(
                        failure ->
                                span.setStatus(
                                        StatusCode.ERROR, failure.getClass().getSimpleName()))
                .doFinally(signal -> span.end());
    }
}
