package jp.tenken.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import jp.tenken.edge.http.InFlightLimit;
import org.jspecify.annotations.Nullable;

/**
 * The requests' meters: how long which route took with which outcome, and what they were refused
 * for. Thread-safe.
 */
public final class RequestMeters {

    /** Problems that say that somebody gets less than he asked for; counted from 0. */
    private static final List<String> SCARCITY =
            List.of("rate-limited", "overloaded", "view-behind", "log-unavailable", "timed-out");

    private final MeterRegistry registry;
    private final ConcurrentHashMap<Answered, Timer> times = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Counter> problems = new ConcurrentHashMap<>();

    private record Answered(String route, String outcome) {}

    /** In a registry. */
    public RequestMeters(MeterRegistry registry) {
        this.registry = registry;
        SCARCITY.forEach(this::problem);
    }

    /** Adds what can be read of the edge. */
    public void bind(InFlightLimit limit) {
        Gauge.builder("tenken.http.in.flight", limit, InFlightLimit::underWay)
                .description("Requests under way")
                .register(registry);
        Gauge.builder("tenken.http.in.flight.limit", limit, InFlightLimit::most)
                .description("Requests that may be under way at once")
                .register(registry);
    }

    /**
     * A request was answered, or its client has left.
     *
     * @param route method and path template, never a path
     * @param status of HTTP; 0 = the client left before there was an answer
     * @param problem stable code of the problem; null = none
     * @param nanos from its beginning to that of the answer
     */
    public void answered(String route, int status, @Nullable String problem, long nanos) {
        times.computeIfAbsent(new Answered(route, outcome(status)), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
        if (problem != null) {
            problem(problem).increment();
        }
    }

    private static String outcome(int status) {
        return switch (status) {
            case 0 -> "left";
            case 429 -> "limited";
            case 503 -> "unavailable";
            default -> status < 400 ? "ok" : status < 500 ? "refused" : "failed";
        };
    }

    private Timer timer(Answered answered) {
        return Timer.builder("tenken.http.requests")
                .description("Time from the request to the beginning of its answer")
                .tag("route", answered.route())
                .tag("outcome", answered.outcome())
                .serviceLevelObjectives(Meters.TIME_BOUNDS)
                .register(registry);
    }

    private Counter problem(String code) {
        return problems.computeIfAbsent(
                code,
                each ->
                        Meters.counter(
                                registry,
                                "tenken.http.problems",
                                "Requests that were answered with this problem",
                                "code",
                                each));
    }
}
