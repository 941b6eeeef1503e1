package jp.tenken.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        ALL.put("contention", new ContentionBenchmark());
    }

    /** Makes an engine ready for one run. */
    private interface EngineStart {
        BenchEngine in(Path folder) throws Exception;
    }

    private static final Map<String, EngineStart> ENGINES =
            Map.of("sqlite", folder -> new SqliteEngine(), MongoEngine.NAME, MongoEngine::start);
    private static final Set<String> SHARED = Set.of(MongoEngine.NAME);

    private Benchmarks() {}

    /** Reads a command line. */
    static Options options(List<String> arguments) {
        Options options =
                Options.parse(arguments, ALL.keySet(), new TreeSet<>(ENGINES.keySet()).reversed());
        if (!names(options.engine()).contains(options.name())) {
            throw new IllegalArgumentException(
                    "%s needs an engine that processes share: %s"
                            .formatted(options.name(), String.join(", ", SHARED)));
        }
        return options;
    }

    /** The names of all that an engine can be measured by, in order. */
    static List<String> names(String engine) {
        return ALL.entrySet().stream()
                .filter(each -> SHARED.contains(engine) || !each.getValue().needsSharing())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Runs a benchmark in a folder, which is empty afterwards.
     *
     * @return the measures, each at least one
     */
    static List<Result> run(Options options, Path folder, PrintStream out, PrintStream err)
            throws Exception {
        Benchmark benchmark = ALL.get(options.name());
        EngineStart start = ENGINES.get(options.engine());
        if (benchmark == null || start == null) {
            throw new IllegalArgumentException("no such benchmark or engine");
        }
        try (BenchEngine engine = start.in(folder)) {
            return run(options, benchmark, engine, folder, out, err);
        } finally {
            Stand.clear(folder);
        }
    }

    private static List<Result> run(
            Options options,
            Benchmark benchmark,
            BenchEngine engine,
            Path folder,
            PrintStream out,
            PrintStream err)
            throws Exception {
        Report report = new Report(out, engine.name(), engine.reservation());
        report.line("%s on %s: %s", options.name(), engine.name(), benchmark.measures());
        Machine.describe(folder).forEach(line -> report.line("%s", line));
        engine.describe().forEach(line -> report.line("%s", line));
        Scale scale = engine.bearable(options.scale());
        report.line(
                "scale: %,d events, small log %,d, %d rounds, %d clients%s",
                scale.events(),
                scale.small(),
                scale.rounds(),
                scale.clients(),
                scale.equals(options.scale())
                        ? ""
                        : "; less than asked: without indexes every read goes through all there is");
        benchmark.run(new Stand(engine, scale, report, new Progress(err), folder));
        return report.results();
    }
}
