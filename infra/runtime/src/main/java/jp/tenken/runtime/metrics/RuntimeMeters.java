package jp.tenken.runtime.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jp.tenken.runtime.TenkenRuntime;

/** What the assembled runtime knows and no part of it alone: who waits, who follows the log. */
public final class RuntimeMeters {

    private RuntimeMeters() {}

    /** Adds what can be read of a running Tenken. */
    public static void bind(MeterRegistry registry, TenkenRuntime runtime) {
        Gauge.builder("tenken.view.waiting", runtime, TenkenRuntime::waitingReads)
                .description("Reads that wait for a view to reach what a client has written")
                .register(registry);
        Gauge.builder("tenken.consumer.lag", runtime, each -> each.privacy().erasuresBehind())
                .baseUnit("events")
                .description("Events between the head of the log and who follows it")
                .tag("consumer", "erasures")
                .register(registry);
    }
}
