package jp.tenken.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tenken.query.QueryService;
import jp.tenken.query.contract.status.ContractStatusView;

/** The table of benchmarks, and what a run of one consists of. */
final class Benchmarks {

    private static final int ALL_VIEWS_SHARE = 4;
    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("append", new AppendBenchmark());
        ALL.put("append-dcb", new ConditionBenchmark());
        ALL.put("append-latency", new LatencyBenchmark());
        ALL.put("append-flat", new FlatBenchmark());
        ALL.put("source", new SourceBenchmark());
        ALL.put("replay", new ReplayBenchmark());
        ALL.put(
                "rebuild",
                new RebuildBenchmark(
                        "rebuild",
                        "the contract status view",
                        List.of(ContractStatusView.VIEW),
                        1));
        ALL.put(
                "rebuild-all",
                new RebuildBenchmark(
                        "rebuild-all",
                        "every view, one after the other",
                        QueryService.views(),
                        ALL_VIEWS_SHARE));
        ALL.put("query", new QueryBenchmark());
        ALL.put("command-http", new CommandHttpBenchmark());
        ALL.put("start", new StartBenchmark());
    }

    private static final Map<String, BenchEngine> ENGINES = Map.of("sqlite", new SqliteEngine());

    private Benchmarks() {}

    /** Reads a command line. */
    static Options options(List<String> arguments) {
        return Options.parse(arguments, ALL.keySet(), ENGINES.keySet());
    }

    /** The names of all, in order. */
    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * Runs a benchmark in a folder, which is empty afterwards.
     *
     * @return the measures, each at least one
     */
    static List<Result> run(Options options, Path folder, PrintStream out, PrintStream err)
            throws Exception {
        Benchmark benchmark = ALL.get(options.name());
        BenchEngine engine = ENGINES.get(options.engine());
        if (benchmark == null || engine == null) {
            throw new IllegalArgumentException("no such benchmark or engine");
        }
        Report report = new Report(out, engine.name());
        report.line("%s on %s: %s", options.name(), engine.name(), benchmark.measures());
        Machine.describe(folder).forEach(line -> report.line("%s", line));
        Scale scale = options.scale();
        report.line(
                "scale: %,d events, small log %,d, %d rounds, %d clients",
                scale.events(), scale.small(), scale.rounds(), scale.clients());
        Stand stand = new Stand(engine, scale, report, new Progress(err), folder);
        try {
            benchmark.run(stand);
        } finally {
            stand.clear();
        }
        return report.results();
    }
}
