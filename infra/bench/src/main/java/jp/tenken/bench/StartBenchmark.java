package jp.tenken.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.tenken.it.Call;
import jp.tenken.it.TenkenHttp;
import jp.tenken.it.TenkenProcess;
import jp.tenken.kernel.Tags;
import jp.tenken.projections.ProjectionListener;
import jp.tenken.query.QueryService;
import jp.tenken.runtime.TenkenRuntime;

/**
 * Whether a long history, or many municipalities, make the program heavier to start and to hold.
 */
final class StartBenchmark implements Benchmark {

    private static final double BAR = 1.2;
    private static final int MUNICIPALITIES = 1_000;
    private static final int EVENTS_PER_MUNICIPALITY = 200;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MIB = 1 << 20;

    /** With an issuer the program brings no content of its own, so an empty log stays empty. */
    private static final Map<String, String> WITH_ISSUER =
            Map.of(
                    "TENKEN_ISSUERS_0_ISSUER", "https://issuer.example",
                    "TENKEN_ISSUERS_0_JWKSURI", "https://issuer.example/keys",
                    "TENKEN_ISSUERS_0_MUNICIPALITIES_0", "*");

    @Override
    public String measures() {
        return "the standalone program as a process: launch until health says up, with a long log ÷ with an empty one; live heap after the same requests to %,d municipalities ÷ to one"
                .formatted(MUNICIPALITIES);
    }

    @Override
    public void run(Stand stand) throws Exception {
        starts(stand);
        heaps(stand);
    }

    private static void starts(Stand stand) throws Exception {
        Path full = stand.filled("start-full", stand.scale().events());
        buildViews(stand, full);
        Path empty = Files.createDirectory(stand.folder("start-empty"));
        List<Double> ratios = new ArrayList<>();
        // The first round is the warm-up: of the file cache, and it lays out the empty folder.
        for (int i = 0; i <= stand.scale().rounds(); i++) {
            stand.progress().step("starting the program, round %d", i);
            double ready = ready(stand, full, stand.scale().events());
            double readyEmpty = ready(stand, empty, 0);
            if (i > 0) {
                ratios.add(ready / readyEmpty);
                stand.report()
                        .line(
                                "round %d: ready with %,d events %.2f s, with none %.2f s; ratio %.3f",
                                i, stand.scale().events(), ready, readyEmpty, ratios.getLast());
            }
        }
        stand.report().atMost("start", BAR, Figures.median(ratios));
    }

    private static void buildViews(Stand stand, Path folder) throws Exception {
        BenchEngine.OpenedStorage opened = stand.engine().open(folder);
        try (TenkenRuntime runtime =
                OpenStore.await(
                        TenkenRuntime.start(
                                opened.storage(),
                                Set.of(Tags.CONTRACT),
                                Clock.systemUTC(),
                                slices -> slices,
                                QueryService.views(),
                                ProjectionListener.NONE))) {
            CaughtUp.await(runtime, stand.progress());
        } finally {
            opened.closing().run();
        }
    }

    /** Seconds from the launch until the program is in good health, with all views up to date. */
    private static double ready(Stand stand, Path folder, long events) throws Exception {
        long begun = System.nanoTime();
        try (TenkenProcess program =
                TenkenProcess.launch(
                        folder,
                        0,
                        stand.folder("start.out"),
                        environment(stand, folder, WITH_ISSUER))) {
            URI address = program.awaitHealthy();
            double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
            try (TenkenHttp http = new TenkenHttp(address)) {
                String health = http.send(Call.get("/actuator/health")).text();
                if (!health.contains("\"events\":" + events + ",")
                        || !health.contains("\"eventsBehind\":0")) {
                    throw new IllegalStateException("not what was to be started: " + health);
                }
            }
            var unused = program.stop();
            return seconds;
        }
    }

    /** The engine's settings and others, as the environment says them. */
    private static Map<String, String> environment(
            Stand stand, Path folder, Map<String, String> others) {
        Map<String, String> environment = new HashMap<>(others);
        stand.engine()
                .settings(folder)
                .forEach(
                        (name, value) ->
                                environment.put(
                                        name.replace("-", "")
                                                .replace('.', '_')
                                                .toUpperCase(Locale.ROOT),
                                        value));
        return environment;
    }

    private static void heaps(Stand stand) throws Exception {
        int many = (int) Math.min(MUNICIPALITIES, stand.scale().events() / EVENTS_PER_MUNICIPALITY);
        double ofMany = heap(stand, many, many);
        double ofOne = heap(stand, 1, many);
        stand.report()
                .line(
                        "live heap after a contract, a decision and three reads in each of %,d municipalities %.1f MiB, after as many in one %.1f MiB",
                        many, ofMany / BYTES_PER_MIB, ofOne / BYTES_PER_MIB);
        stand.report().atMost("start-heap", BAR, ofMany / ofOne);
    }

    private static long heap(Stand stand, int municipalities, int contracts) throws Exception {
        // A log that has begun gets no content of the try-out.
        Path folder = stand.filled("heap-" + municipalities, 2);
        try (TenkenProcess program =
                        TenkenProcess.launch(
                                folder,
                                0,
                                stand.folder("heap.out"),
                                environment(stand, folder, Map.of()));
                TenkenHttp http = new TenkenHttp(program.awaitHealthy())) {
            new Towns(http, municipalities).live(contracts, stand.progress());
            long bytes = LiveHeap.of(program.pid());
            var unused = program.stop();
            return bytes;
        }
    }
}
