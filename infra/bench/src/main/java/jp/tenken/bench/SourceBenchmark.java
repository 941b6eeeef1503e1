package jp.tenken.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/** How long it takes to read what a decision about one contract rests on. */
final class SourceBenchmark implements Benchmark {

    private static final double BAR = 1.5;
    private static final double GROWTH_BAR = 1.15;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final int CONTRACTS = 500;

    @Override
    public String measures() {
        return "p50 of EventStorageEngine.source of a contract with %d events in a large log ÷ p50 of raw indexed reads of the same rows as bytes; and p50 of the former in a large log ÷ in a small one"
                .formatted(Workload.CONTRACT_EVENTS);
    }

    /** A log with the contracts that are read, on both sides. */
    private static final class Side implements AutoCloseable {

        private final OpenStore store;
        private final RawLog raw;
        private final List<Long> contracts = new ArrayList<>();
        private final List<RawLog.IndexedRead> reads;
        private final Random random = new Random(7);

        Side(Stand stand, Path folder, long events) throws Exception {
            raw = stand.engine().rawLog(stand.copied(folder, folder.getFileName() + "-raw"));
            store = new OpenStore(stand.engine(), folder);
            long all = Math.max(1, Workload.contracts(events));
            for (int i = 0; i < CONTRACTS; i++) {
                contracts.add(i * all / CONTRACTS);
            }
            reads = raw.indexedReads(contracts.stream().map(Workload::positions).toList());
        }

        long[] own(int count) {
            long[] nanos = new long[count];
            for (int i = 0; i < count; i++) {
                long contract = contracts.get(random.nextInt(CONTRACTS));
                EventStorageEngine engine = store.engineOf(Workload.tenantOf(contract));
                SourcingCondition condition =
                        SourcingCondition.conditionFor(
                                EventCriteria.havingTags(
                                        Tags.CONTRACT, Workload.contractId(contract).value()));
                long begun = System.nanoTime();
                nanos[i] =
                        OpenStore.await(
                                engine.source(condition, null)
                                        .reduce(0, (sum, entry) -> sum + 1)
                                        .thenApply(
                                                sum -> {
                                                    long took = System.nanoTime() - begun;
                                                    // The last entry is the marker.
                                                    require(sum - 1);
                                                    return took;
                                                }));
            }
            return nanos;
        }

        long[] raw(int count) throws Exception {
            long[] nanos = new long[count];
            for (int i = 0; i < count; i++) {
                RawLog.IndexedRead read = reads.get(random.nextInt(CONTRACTS));
                long begun = System.nanoTime();
                int found = read.run();
                nanos[i] = System.nanoTime() - begun;
                require(found);
            }
            return nanos;
        }

        private static void require(int found) {
            if (found != Workload.CONTRACT_EVENTS) {
                throw new IllegalStateException("found " + found + " events");
            }
        }

        @Override
        public void close() {
            store.close();
            raw.close();
        }
    }

    @Override
    public void run(Stand stand) throws Exception {
        Scale scale = stand.scale();
        long fewEvents = Math.max(scale.small(), Workload.WAVE);
        long manyEvents = Math.max(scale.events(), 2L * Workload.WAVE);
        Path small = stand.filled("source-small", fewEvents);
        Path large = stand.copied(small, "source-large");
        try (OpenStore store = new OpenStore(stand.engine(), large)) {
            new LogFiller(store, stand.progress()).fillTo(manyEvents);
        }
        stand.progress().step("looking up what the raw side is to read");
        try (Side few = new Side(stand, small, fewEvents);
                Side many = new Side(stand, large, manyEvents)) {
            stand.report().section("raw side", many.raw.calls());
            stand.report().line("sizes: %,d and %,d events", fewEvents, manyEvents);
            stand.progress().step("warming up");
            for (int i = 0; i < scale.warmUps(); i++) {
                for (Side side : List.of(few, many)) {
                    side.own(scale.reads());
                    side.raw(scale.reads());
                }
            }
            List<Double> ratios = new ArrayList<>();
            List<Double> growths = new ArrayList<>();
            for (int i = 1; i <= scale.rounds(); i++) {
                double own = p50(many.own(scale.reads()));
                double raw = p50(many.raw(scale.reads()));
                double ownOfFew = p50(few.own(scale.reads()));
                ratios.add(own / raw);
                growths.add(own / ownOfFew);
                stand.report()
                        .line(
                                "round %d: Tenken p50 %.0f us, raw p50 %.0f us, ratio %.3f; in the small log %.0f us, growth %.3f",
                                i, own, raw, own / raw, ownOfFew, own / ownOfFew);
            }
            stand.report().atMost("source", BAR, Figures.median(ratios));
            stand.report().atMost("source-growth", GROWTH_BAR, Figures.median(growths));
        }
    }

    private static double p50(long[] nanos) {
        return Figures.percentile(nanos, 0.5) / NANOS_PER_MICRO;
    }
}
