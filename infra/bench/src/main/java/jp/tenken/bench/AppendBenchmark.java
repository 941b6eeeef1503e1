package jp.tenken.bench;

import java.util.ArrayList;
import java.util.List;

/** Many clients, each append one event: what group commit leaves of the disk's speed. */
final class AppendBenchmark implements Benchmark {

    private static final double BAR = 0.80;

    @Override
    public String measures() {
        return "events/s of concurrent one-event appends through Axon's EventStore ÷ raw ordered batch inserts of the same rows in writes of the same sizes";
    }

    @Override
    public void run(Stand stand) throws Exception {
        Scale scale = stand.scale();
        try (AppendSides sides = new AppendSides(stand, stand.filled("append", scale.small()))) {
            stand.report().section("raw side", sides.calls());
            stand.progress().step("warming up");
            for (int i = 0; i < scale.warmUps(); i++) {
                sides.round(scale.clients(), scale.appends());
            }
            List<Double> ratios = new ArrayList<>();
            for (int i = 1; i <= scale.rounds(); i++) {
                AppendSides.Round round = sides.round(scale.clients(), scale.appends());
                ratios.add(round.ratio());
                stand.report()
                        .line(
                                "round %d: Tenken %,.0f events/s, raw %,.0f events/s, %.0f events per write, ratio %.3f",
                                i, round.rate(), round.rawRate(), round.batch(), round.ratio());
            }
            stand.report().atLeast("append", BAR, Figures.median(ratios));
        }
    }
}
