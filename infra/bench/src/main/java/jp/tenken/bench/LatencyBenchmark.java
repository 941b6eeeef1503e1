package jp.tenken.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One client that waits for each append: what the way to the disk and back adds to the disk. */
final class LatencyBenchmark implements Benchmark {

    private static final double BAR = 1.5;
    private static final double NANOS_PER_MICRO = 1_000;

    @Override
    public String measures() {
        return "p50 of one-event appends of one client through Axon's EventStore ÷ p50 of raw durable single inserts of the same rows";
    }

    @Override
    public void run(Stand stand) throws Exception {
        Scale scale = stand.scale();
        try (AppendSides sides =
                new AppendSides(stand, stand.filled("append-latency", scale.small()))) {
            stand.report().section("raw side", sides.calls());
            stand.progress().step("warming up");
            for (int i = 0; i < scale.warmUps(); i++) {
                sides.round(scale.clients(), scale.appends());
                singles(sides, scale.singles());
            }
            List<Double> ratios = new ArrayList<>();
            for (int i = 1; i <= scale.rounds(); i++) {
                List<long[]> both = singles(sides, scale.singles());
                double own = Figures.percentile(both.getFirst(), 0.5) / NANOS_PER_MICRO;
                double raw = Figures.percentile(both.getLast(), 0.5) / NANOS_PER_MICRO;
                ratios.add(own / raw);
                stand.report()
                        .line(
                                "round %d: Tenken p50 %.0f us, p99 %.0f us; raw p50 %.0f us, p99 %.0f us; ratio %.3f",
                                i,
                                own,
                                Figures.percentile(both.getFirst(), 0.99) / NANOS_PER_MICRO,
                                raw,
                                Figures.percentile(both.getLast(), 0.99) / NANOS_PER_MICRO,
                                own / raw);
            }
            stand.report().atMost("append-latency", BAR, Figures.median(ratios));
        }
    }

    private static List<long[]> singles(AppendSides sides, int appends) throws Exception {
        long before = sides.store().events().head();
        long[] own = sides.singles(appends);
        return List.of(own, sides.replay(before, Collections.nCopies(appends, 1)));
    }
}
