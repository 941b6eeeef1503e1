package jp.tenken.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.stream.Stream;

/** What the meters have in common. */
final class Meters {

    /** Bounds of the buckets of times: few, because each is a series of its own. */
    static final Duration[] TIME_BOUNDS =
            Stream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private Meters() {}

    /** A counter that is there, at 0, before anything happens: only so an alarm can watch it. */
    static Counter counter(MeterRegistry registry, String name, String what, String... tags) {
        return Counter.builder(name).description(what).tags(tags).register(registry);
    }
}
