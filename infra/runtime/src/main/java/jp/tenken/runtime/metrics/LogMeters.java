package jp.tenken.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.LogHoleException;
import jp.tenken.eventstore.append.AppendConflictException;
import jp.tenken.eventstore.append.AppendListener;
import jp.tenken.eventstore.append.AppendOutcomeUnknownException;
import jp.tenken.eventstore.append.AppendRefusedException;
import jp.tenken.runtime.log.EventLog;

/** The log's meters: its head, the batches that are written, and what goes wrong. Thread-safe. */
public final class LogMeters implements AppendListener {

    private static final double[] BATCH_BOUNDS = {1, 2, 5, 10, 20, 50, 100, 200, 512};

    private final MeterRegistry registry;
    private final LongSupplier nanoTime;
    private final DistributionSummary events;
    private final DistributionSummary commits;
    private final Counter conflicts;
    private final Counter races;
    private final Counter unknown;
    private final Counter resolved;
    private final Counter holes;
    private final ConcurrentHashMap<String, Timer> writes = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Counter> failures = new ConcurrentHashMap<>();
    private volatile long begun;
    private volatile boolean open;

    /**
     * In a registry.
     *
     * @param nanoTime a monotonic clock in nanoseconds
     */
    public LogMeters(MeterRegistry registry, LongSupplier nanoTime) {
        this.registry = registry;
        this.nanoTime = nanoTime;
        this.events = batch("tenken.append.batch.events", "Events per write");
        this.commits = batch("tenken.append.batch.commits", "Commits per write");
        this.conflicts =
                Meters.counter(
                        registry,
                        "tenken.append.conflicts",
                        "Appends whose condition did not hold");
        this.races =
                Meters.counter(
                        registry, "tenken.append.races", "Writes that lost to another writer");
        this.unknown =
                Meters.counter(registry, "tenken.append.unknown", "Writes whose answer was lost");
        this.resolved =
                Meters.counter(
                        registry,
                        "tenken.append.resolved",
                        "Writes without a clear answer whose outcome was found out");
        this.holes =
                Meters.counter(
                        registry,
                        "tenken.log.holes",
                        "Times that something was missing from the log; must be 0");
        for (String outcome : List.of("written", "refused", "unclear")) {
            writes.put(outcome, write(outcome));
        }
        for (AppendRefusedException.Reason reason : AppendRefusedException.Reason.values()) {
            failure(word(reason));
        }
        List.of("storage", "unknown", "defect").forEach(this::failure);
        Gauge.builder("tenken.append.unresolved", () -> open ? 1 : 0)
                .description("1 while it is not known what became of a write")
                .strongReference(true)
                .register(registry);
    }

    /** Adds what can be read of the open log. */
    public void bind(EventLog log) {
        Gauge.builder("tenken.log.head", log, EventLog::head)
                .baseUnit("events")
                .description("Position of the last event that readers of this process see")
                .register(registry);
        Gauge.builder("tenken.append.waiting", log, each -> each.appender().waiting())
                .description("Appends that are taken and not answered yet")
                .register(registry);
        Gauge.builder("tenken.log.waits", log, each -> each.tail().waits())
                .description("Readers that wait for the log to grow")
                .register(registry);
    }

    /** The log does not continue where it should. */
    public void hole(LogHoleException found) {
        holes.increment();
    }

    /** A reader found that something is missing. */
    void holeFound() {
        holes.increment();
    }

    @Override
    public void writing(List<Commit> batch) {
        begun = nanoTime.getAsLong();
        commits.record(batch.size());
        long size = 0;
        for (Commit commit : batch) {
            size += commit.header().eventCount();
        }
        events.record(size);
    }

    @Override
    public void written(List<Commit> batch) {
        took("written");
    }

    @Override
    public void refused(List<Commit> batch, CommitLogException refusal) {
        took("refused");
    }

    @Override
    public void unclear(List<Commit> batch, boolean raced) {
        took("unclear");
        open = true;
        (raced ? races : unknown).increment();
    }

    @Override
    public void resolved(List<Commit> standing) {
        open = false;
        resolved.increment();
    }

    @Override
    public void failed(Throwable failure) {
        switch (failure) {
            case AppendConflictException conflict -> conflicts.increment();
            case AppendRefusedException refused -> failure(word(refused.reason())).increment();
            case AppendOutcomeUnknownException unclear -> failure("unknown").increment();
            case CommitLogException storage -> failure("storage").increment();
            default -> failure("defect").increment();
        }
    }

    private static String word(AppendRefusedException.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private Counter failure(String reason) {
        return failures.computeIfAbsent(
                reason,
                each ->
                        Counter.builder("tenken.append.failures")
                                .description("Appends that were answered with a failure")
                                .tag("reason", each)
                                .register(registry));
    }

    private void took(String outcome) {
        writes.computeIfAbsent(outcome, this::write)
                .record(nanoTime.getAsLong() - begun, TimeUnit.NANOSECONDS);
    }

    private Timer write(String outcome) {
        return Timer.builder("tenken.append.write")
                .description("Time of one write to the log")
                .tag("outcome", outcome)
                .serviceLevelObjectives(Meters.TIME_BOUNDS)
                .register(registry);
    }

    private DistributionSummary batch(String name, String what) {
        return DistributionSummary.builder(name)
                .description(what)
                .serviceLevelObjectives(BATCH_BOUNDS)
                .register(registry);
    }
}
