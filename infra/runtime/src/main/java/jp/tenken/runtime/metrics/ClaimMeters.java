package jp.tenken.runtime.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import jp.tenken.projections.ClaimListener;

/** Counts how work changes hands between processes. Thread-safe. */
public final class ClaimMeters implements ClaimListener {

    private final MeterRegistry registry;

    /** In a registry. */
    public ClaimMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void taken(String work) {
        count(work, "taken");
    }

    @Override
    public void released(String work) {
        count(work, "released");
    }

    @Override
    public void lost(String work) {
        count(work, "lost");
    }

    // Rare, so the registry may look the counter up each time. Pieces of work are as few as views.
    private void count(String work, String change) {
        Meters.counter(
                        registry,
                        "tenken.claim.changes",
                        "Pieces of work that this process took over, gave back or lost",
                        "work",
                        work,
                        "change",
                        change)
                .increment();
    }
}
