package jp.tenken.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Whether several writers of one log waste each other's time, and whether each gets its share. */
final class ContentionBenchmark implements Benchmark {

    private static final double BAR = 0.70;
    private static final double FAIRNESS_BAR = 0.90;
    private static final int PROCESSES = 2;
    private static final int ENGINES = 4;

    /** Rounds of warm-up at most, where every look at the end of a chain goes through all. */
    private static final int MOST_WARM_UPS = 20;

    private static final double MILLIS_PER_SECOND = 1_000;

    @Override
    public String measures() {
        return "events/s of concurrent one-event appends through %d event stores in %d processes on one log ÷ through one event store in a process on a log of its own, with as many clients; Jain index of their shares"
                .formatted(PROCESSES * ENGINES, PROCESSES);
    }

    @Override
    public boolean needsSharing() {
        return true;
    }

    /** What a round came to, for each engine. */
    private record Round(List<Contender.Counts> engines) {

        long sum(ToLongFunction<Contender.Counts> of) {
            return engines.stream().mapToLong(of).sum();
        }

        long appended() {
            return sum(Contender.Counts::appended);
        }

        /** 1 when all have the same, the reciprocal of their number when one has everything. */
        double fairness() {
            double squares =
                    engines.stream().mapToDouble(each -> Math.pow(each.appended(), 2)).sum();
            return Math.pow(appended(), 2) / (engines.size() * squares);
        }

        /** What the time went into. */
        String says() {
            return Figures.text(
                    "%,d writes of which %,d lost the race, %,d looks at the end of a chain",
                    sum(Contender.Counts::writes),
                    sum(Contender.Counts::lost),
                    sum(Contender.Counts::chains));
        }
    }

    @Override
    public void run(Stand stand) throws Exception {
        Scale scale = stand.scale();
        Path alone = stand.filled("contention-alone", scale.small());
        Path together = stand.copied(alone, "contention");
        List<Contender> one = new ArrayList<>();
        List<Contender> many = new ArrayList<>();
        try {
            one.add(Contender.start(stand.engine().settings(alone), 1, scale.clients(), 0));
            for (int i = 0; i < PROCESSES; i++) {
                many.add(
                        Contender.start(
                                stand.engine().settings(together),
                                ENGINES,
                                scale.clients() / (PROCESSES * ENGINES),
                                i));
            }
            measure(stand, one, many);
        } finally {
            one.forEach(Contender::close);
            many.forEach(Contender::close);
        }
    }

    private static void measure(Stand stand, List<Contender> one, List<Contender> many)
            throws Exception {
        int millis = stand.scale().millis();
        double seconds = millis / MILLIS_PER_SECOND;
        stand.progress().step("warming up");
        boolean looking = true;
        for (int i = 0; i < stand.scale().warmUps() || (looking && i < MOST_WARM_UPS); i++) {
            long looks = round(one, millis).sum(Contender.Counts::chains);
            looking = looks + round(many, millis).sum(Contender.Counts::chains) > 0;
        }
        List<Double> ratios = new ArrayList<>();
        List<Double> fairness = new ArrayList<>();
        for (int i = 1; i <= stand.scale().rounds(); i++) {
            Round together = round(many, millis);
            Round alone = round(one, millis);
            ratios.add((double) together.appended() / alone.appended());
            fairness.add(together.fairness());
            stand.report()
                    .line(
                            "round %d: together %,.0f events/s, alone %,.0f events/s, ratio %.3f; shares %s, Jain index %.3f; %,d given up after too many lost races",
                            i,
                            together.appended() / seconds,
                            alone.appended() / seconds,
                            ratios.getLast(),
                            together.engines().stream()
                                    .map(each -> Long.toString(each.appended()))
                                    .collect(Collectors.joining(" ")),
                            fairness.getLast(),
                            together.sum(Contender.Counts::givenUp));
            stand.report().line("  together %s; alone %s", together.says(), alone.says());
        }
        stand.report().atLeast("contention", BAR, Figures.median(ratios));
        stand.report().atLeast("contention-fairness", FAIRNESS_BAR, Figures.median(fairness));
    }

    private static Round round(List<Contender> contenders, int millis) throws Exception {
        for (Contender each : contenders) {
            each.append(millis);
        }
        List<Contender.Counts> engines = new ArrayList<>();
        for (Contender each : contenders) {
            engines.addAll(each.counts());
        }
        return new Round(engines);
    }
}
