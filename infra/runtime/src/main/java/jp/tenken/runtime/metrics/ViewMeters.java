package jp.tenken.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import jp.tenken.projections.ProjectionListener;
import jp.tenken.projections.Projections;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewState;
import jp.tenken.projections.ViewStatus;
import jp.tenken.projections.ViewStoppedException;

/** The views' meters: how far behind they are, what they write, what stops them. Thread-safe. */
public final class ViewMeters implements ProjectionListener {

    private static final String VIEW = "view";

    private final MeterRegistry registry;
    private final LogMeters log;
    private final ConcurrentHashMap<ViewName, OfView> views = new ConcurrentHashMap<>();

    /** What one view counts. */
    private record OfView(
            Timer write, Counter events, Counter rows, Counter retries, Counter restarts) {}

    /**
     * In a registry.
     *
     * @param log counts the holes that views find
     */
    public ViewMeters(MeterRegistry registry, LogMeters log) {
        this.registry = registry;
        this.log = log;
    }

    /** Adds what can be read of the views of this process. */
    public void bind(Projections projections) {
        for (ViewStatus status : projections.statuses()) {
            ViewName view = status.view();
            of(view);
            Gauge.builder("tenken.view.lag", projections, all -> all.status(view).lag())
                    .baseUnit("events")
                    .description("Events between the view and the head of the log")
                    .tag(VIEW, view.toString())
                    .register(registry);
            Gauge.builder("tenken.view.stopped", projections, all -> stopped(all.status(view)))
                    .description("1 while the view has stopped with an alarm")
                    .tag(VIEW, view.toString())
                    .register(registry);
        }
    }

    private static int stopped(ViewStatus status) {
        return status.state() == ViewState.FAILED ? 1 : 0;
    }

    @Override
    public void written(ViewStatus status, int events, int rows, Duration took) {
        OfView meters = of(status.view());
        meters.write().record(took);
        meters.events().increment(events);
        meters.rows().increment(rows);
    }

    @Override
    public void retrying(ViewName view, int attempt, Duration pause, Throwable failure) {
        of(view).retries().increment();
    }

    @Override
    public void startedOver(ViewName view, String why) {
        of(view).restarts().increment();
    }

    @Override
    public void stopped(ViewName view, ViewStoppedException alarm) {
        if (alarm.isHole()) {
            log.holeFound();
        }
    }

    private OfView of(ViewName view) {
        return views.computeIfAbsent(view, this::made);
    }

    private OfView made(ViewName view) {
        String name = view.toString();
        return new OfView(
                Timer.builder("tenken.view.write")
                        .description("Time of one write of a batch to the view")
                        .tag(VIEW, name)
                        .serviceLevelObjectives(Meters.TIME_BOUNDS)
                        .register(registry),
                Meters.counter(
                        registry,
                        "tenken.view.events",
                        "Events that the view has scanned",
                        VIEW,
                        name),
                Meters.counter(
                        registry, "tenken.view.rows", "Row versions that were written", VIEW, name),
                Meters.counter(
                        registry,
                        "tenken.view.retries",
                        "Attempts after a failure of the storage",
                        VIEW,
                        name),
                Meters.counter(
                        registry,
                        "tenken.view.restarts",
                        "Times that the view was built anew from the beginning by itself",
                        VIEW,
                        name));
    }
}
