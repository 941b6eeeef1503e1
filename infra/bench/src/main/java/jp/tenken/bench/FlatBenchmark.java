package jp.tenken.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether appends slow down as the log grows, more than SQLite or whatever is underneath does. */
final class FlatBenchmark implements Benchmark {

    private static final double BAR = 0.90;
    private static final int SHARE = 4;

    @Override
    public String measures() {
        return "(events/s of appends through Axon's EventStore to a large log ÷ to a small one) ÷ the same quotient of raw inserts of the same rows";
    }

    @Override
    public void run(Stand stand) throws Exception {
        Scale scale = stand.scale();
        Path small = stand.filled("flat-small", scale.small());
        Path large = stand.copied(small, "flat-large");
        try (OpenStore store = new OpenStore(stand.engine(), large)) {
            new LogFiller(store, stand.progress()).fillTo(scale.events());
        }
        int appends = Math.max(1, scale.appends() / SHARE);
        try (AppendSides few = new AppendSides(stand, small);
                AppendSides many = new AppendSides(stand, large)) {
            stand.report().section("raw side", few.calls());
            stand.report()
                    .line(
                            "sizes: %,d and %,d events, %,d appends per round on each",
                            scale.small(), scale.events(), appends);
            stand.progress().step("warming up");
            for (int i = 0; i < 2; i++) {
                few.round(scale.clients(), appends);
                many.round(scale.clients(), appends);
            }
            List<Double> ratios = new ArrayList<>();
            for (int i = 1; i <= scale.rounds(); i++) {
                AppendSides.Round at = few.round(scale.clients(), appends);
                AppendSides.Round then = many.round(scale.clients(), appends);
                double own = then.rate() / at.rate();
                double raw = then.rawRate() / at.rawRate();
                ratios.add(own / raw);
                stand.report()
                        .line(
                                "round %d: Tenken %,.0f -> %,.0f events/s (%.3f), raw %,.0f -> %,.0f events/s (%.3f), ratio %.3f",
                                i,
                                at.rate(),
                                then.rate(),
                                own,
                                at.rawRate(),
                                then.rawRate(),
                                raw,
                                own / raw);
            }
            stand.report().atLeast("append-flat", BAR, Figures.median(ratios));
        }
    }
}
