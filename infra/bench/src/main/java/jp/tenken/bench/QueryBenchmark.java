package jp.tenken.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.tenken.kernel.Tags;
import jp.tenken.projections.ProjectionListener;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewStore;
import jp.tenken.query.contract.ContractSources;
import jp.tenken.query.contract.status.ContractRow;
import jp.tenken.query.contract.status.ContractStatusView;
import jp.tenken.runtime.TenkenRuntime;

/** How long it takes to read a page of contracts, and all contracts of a department. */
final class QueryBenchmark implements Benchmark {

    private static final double BAR = 3;
    private static final double GROWTH_BAR = 1.5;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final int VERSIONS = 4;
    private static final int FEWER = 100;
    private static final int PAGE = 50;
    private static final int DEPARTMENTS = 10;
    private static final int WHOLE_DEPARTMENTS_PER_READ = 20;

    @Override
    public String measures() {
        return "view store layer, documents as bytes: p50 of a page of %d contracts, and of all contracts of a department, ÷ p50 of raw indexed reads of the same rows as bytes; of a page of many contracts ÷ of few; of a page of the past ÷ of now"
                .formatted(PAGE);
    }

    /** One thing that is timed. */
    private interface Reading {
        /**
         * Reads.
         *
         * @param from number of the contract to begin at
         * @return rows
         */
        int rows(long from) throws Exception;
    }

    @Override
    public void run(Stand stand) throws Exception {
        long many =
                Math.max(2L * PAGE * DEPARTMENTS / VERSIONS, stand.scale().viewEvents() / VERSIONS);
        long few = Math.max(PAGE, many / FEWER);
        Path folder = stand.folder("query");
        try (OpenStore store = new OpenStore(stand.engine(), folder)) {
            new LogFiller(store, stand.progress())
                    .fillTo((many + few) * VERSIONS, n -> Workload.listed(n, many, few));
        }
        BenchEngine.OpenedStorage opened = stand.engine().open(folder);
        try (TenkenRuntime runtime =
                OpenStore.await(
                        TenkenRuntime.start(
                                opened.storage(),
                                Set.of(Tags.CONTRACT),
                                Clock.systemUTC(),
                                slices -> slices,
                                List.of(ContractStatusView.VIEW),
                                ProjectionListener.NONE))) {
            stand.progress().step("building the view");
            OpenStore.await(runtime.projections().awaitCaughtUp());
            try (RawRows raw = stand.engine().rawRows(folder, ContractStatusView.VIEW.name())) {
                measure(
                        stand,
                        many,
                        few,
                        opened.storage().views(),
                        runtime.reader(ContractStatusView.VIEW),
                        raw);
            }
        } finally {
            opened.closing().run();
        }
    }

    private static void measure(
            Stand stand,
            long many,
            long few,
            ViewStore views,
            ViewReader<ContractRow> reader,
            RawRows raw)
            throws Exception {
        stand.report().section("raw side", raw.calls());
        stand.report().line("%,d and %,d contracts, %d versions of each row", many, few, VERSIONS);
        String key = Workload.listedId(0).value();
        int inDepartment = (int) (many / DEPARTMENTS);
        Map<String, String> department =
                Map.of(ContractSources.DEPARTMENT, Workload.listedDepartment(0));
        long past = many * (VERSIONS - 1);
        Reading page = own(views, Workload.MANY, Map.of(), PAGE, Row.OPEN);
        Reading pageOfFew = own(views, Workload.FEW, Map.of(), PAGE, Row.OPEN);
        Reading pageOfPast = own(views, Workload.MANY, Map.of(), PAGE, past);
        Reading whole = own(views, Workload.MANY, department, inDepartment, Row.OPEN);
        Reading typed =
                from ->
                        OpenStore.await(
                                        reader.list(
                                                query(
                                                        Workload.MANY,
                                                        Map.of(),
                                                        from,
                                                        PAGE,
                                                        Row.OPEN)))
                                .rows()
                                .size();
        Reading rawPage = raw(raw.question(key, null, "", PAGE));
        Reading rawWhole =
                raw(
                        raw.question(
                                key,
                                ContractSources.DEPARTMENT,
                                Workload.listedDepartment(0),
                                inDepartment));
        int reads = stand.scale().reads();
        int wholes = Math.max(1, reads / WHOLE_DEPARTMENTS_PER_READ);
        List<List<Double>> ratios = new ArrayList<>();
        Random random = new Random(11);
        stand.progress().step("warming up");
        // The first round is the warm-up, twice as long.
        for (int i = 0; i <= stand.scale().rounds(); i++) {
            int times = i == 0 ? 2 : 1;
            double now = p50(page, times * reads, PAGE, 0, many - PAGE, random);
            double rawNow = p50(rawPage, times * reads, PAGE, 0, many - PAGE, random);
            double decoded = p50(typed, times * reads, PAGE, 0, many - PAGE, random);
            double ofFew = p50(pageOfFew, times * reads, PAGE, many, few - PAGE, random);
            double then = p50(pageOfPast, times * reads, PAGE, 0, many - PAGE, random);
            double all = p50(whole, times * wholes, inDepartment, 0, 0, random);
            double rawAll = p50(rawWhole, times * wholes, inDepartment, 0, 0, random);
            if (i > 0) {
                ratios.add(List.of(now / rawNow, all / rawAll, now / ofFew, then / now));
                stand.report()
                        .line(
                                "round %d: page p50 %.0f us (with its rows decoded %.0f us), raw %.0f us, of few contracts %.0f us, of the past %.0f us; department p50 %.0f us, raw %.0f us",
                                i, now, decoded, rawNow, ofFew, then, all, rawAll);
            }
        }
        stand.report().atMost("query", BAR, median(ratios, 0));
        stand.report().atMost("query-department", BAR, median(ratios, 1));
        stand.report().atMost("query-growth", GROWTH_BAR, median(ratios, 2));
        stand.report().atMost("query-asof", BAR, median(ratios, 3));
    }

    private static double median(List<List<Double>> ratios, int measure) {
        return Figures.median(ratios.stream().map(round -> round.get(measure)).toList());
    }

    private static Reading own(
            ViewStore views, String tenant, Map<String, String> equal, int limit, long sequence) {
        return from ->
                OpenStore.await(
                                views.list(
                                        ContractStatusView.VIEW.name(),
                                        query(tenant, equal, from, limit, sequence)))
                        .rows()
                        .size();
    }

    private static RowQuery query(
            String tenant, Map<String, String> equal, long from, int limit, long sequence) {
        return new RowQuery(
                tenant,
                equal,
                null,
                Workload.listedNumber(from),
                null,
                false,
                null,
                limit,
                sequence);
    }

    private static Reading raw(RawRows.Question question) {
        return from -> question.from(Workload.listedNumber(from));
    }

    /**
     * Microseconds.
     *
     * @param rows that every read must find
     * @param first contract number to begin at, plus a random one of {@code others}
     */
    private static double p50(
            Reading reading, int reads, int rows, long first, long others, Random random)
            throws Exception {
        long[] nanos = new long[reads];
        for (int i = 0; i < reads; i++) {
            long from = first + (others == 0 ? 0 : random.nextLong(others + 1));
            long begun = System.nanoTime();
            int found = reading.rows(from);
            nanos[i] = System.nanoTime() - begun;
            if (found != rows) {
                throw new IllegalStateException("found %d rows, not %d".formatted(found, rows));
            }
        }
        return Figures.percentile(nanos, 0.5) / NANOS_PER_MICRO;
    }
}
