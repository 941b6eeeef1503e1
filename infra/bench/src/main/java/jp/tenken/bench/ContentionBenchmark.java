package jp.tenken.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Whether several writers of one log waste each other's time, and whether each gets its share. */
final class ContentionBenchmark implements Benchmark {

    private static final double BAR = 0.70;
    private static final double FAIRNESS_BAR = 0.90;
    private static final int PROCESSES = 2;
    private static final int ENGINES = 4;
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

    /**
     * What a round came to.
     *
     * @param shares appends of each engine
     * @param givenUp appends that were refused because others were faster too often
     */
    private record Round(long[] shares, long givenUp) {

        long all() {
            return Arrays.stream(shares).sum();
        }

        /** 1 when all have the same, the reciprocal of their number when one has everything. */
        double fairness() {
            double squares = Arrays.stream(shares).mapToDouble(each -> (double) each * each).sum();
            return (double) all() * all() / (shares.length * squares);
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
        for (int i = 0; i < stand.scale().warmUps(); i++) {
            round(one, millis);
            round(many, millis);
        }
        List<Double> ratios = new ArrayList<>();
        List<Double> fairness = new ArrayList<>();
        for (int i = 1; i <= stand.scale().rounds(); i++) {
            Round together = round(many, millis);
            Round alone = round(one, millis);
            ratios.add((double) together.all() / alone.all());
            fairness.add(together.fairness());
            stand.report()
                    .line(
                            "round %d: together %,.0f events/s, alone %,.0f events/s, ratio %.3f; shares %s, Jain index %.3f; %,d given up after too many lost races",
                            i,
                            together.all() / seconds,
                            alone.all() / seconds,
                            ratios.getLast(),
                            Arrays.stream(together.shares())
                                    .mapToObj(Long::toString)
                                    .collect(Collectors.joining(" ")),
                            together.fairness(),
                            together.givenUp());
        }
        stand.report().atLeast("contention", BAR, Figures.median(ratios));
        stand.report().atLeast("contention-fairness", FAIRNESS_BAR, Figures.median(fairness));
    }

    private static Round round(List<Contender> contenders, int millis) throws Exception {
        for (Contender each : contenders) {
            each.append(millis);
        }
        List<Long> shares = new ArrayList<>();
        long givenUp = 0;
        for (Contender each : contenders) {
            long[] counts = each.counts();
            for (int i = 0; i < counts.length - 1; i++) {
                shares.add(counts[i]);
            }
            givenUp += counts[counts.length - 1];
        }
        return new Round(shares.stream().mapToLong(Long::longValue).toArray(), givenUp);
    }
}
