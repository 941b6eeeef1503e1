package jp.tenken.bench;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What a condition costs an append. */
final class ConditionBenchmark implements Benchmark {

    private static final double BAR = 0.85;

    @Override
    public String measures() {
        return "events/s of concurrent one-event appends through Axon's EventStore with a condition on two tags, its marker being the head seen before ÷ the same without a condition";
    }

    @Override
    public void run(Stand stand) throws Exception {
        Scale scale = stand.scale();
        try (AppendSides sides =
                new AppendSides(stand, stand.filled("append-dcb", scale.small()))) {
            EventStore plain = OpenStore.storeOver(sides.store().engine());
            EventStore guarded =
                    OpenStore.storeOver(
                            new GuardedEngine(
                                    sides.store().engine(),
                                    () -> sides.store().events().appender().head()));
            stand.progress().step("warming up");
            for (EventStore each : List.of(plain, guarded, plain, guarded)) {
                sides.append(each, scale.clients(), scale.appends());
            }
            List<Double> ratios = new ArrayList<>();
            for (int i = 1; i <= scale.rounds(); i++) {
                double with = sides.append(guarded, scale.clients(), scale.appends());
                double without = sides.append(plain, scale.clients(), scale.appends());
                ratios.add(with / without);
                stand.report()
                        .line(
                                "round %d: with condition %,.0f events/s, without %,.0f events/s, ratio %.3f",
                                i, with, without, with / without);
            }
            stand.report().atLeast("append-dcb", BAR, Figures.median(ratios));
        }
    }
}
