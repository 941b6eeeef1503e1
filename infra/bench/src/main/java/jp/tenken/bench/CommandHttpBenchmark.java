package jp.tenken.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.standalone.StandaloneApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a decision costs over HTTP, token, conditions, durability and all, beside a request that is
 * let through and does nothing.
 */
final class CommandHttpBenchmark implements Benchmark {

    private static final double BAR = 0.50;
    private static final double TAIL_BAR = 4;
    private static final int CLIENTS = 64;
    private static final int EARLIER_EVENTS = 60;
    private static final int ROUND_SHARE = 8;
    private static final int WARMED_SHARE = 4;
    private static final double NANOS_PER_MILLI = 1_000_000;

    @Override
    public String measures() {
        return "standalone over HTTP with JWT, %d clients, all views kept beside it: durable decisions/s by PUT …/decision on contracts with %d earlier events ÷ requests/s of an authenticated PUT of the same process that does nothing; p99 ÷ its p99"
                .formatted(CLIENTS, EARLIER_EVENTS);
    }

    @Override
    public void run(Stand stand) throws Exception {
        // The warm-up has contracts of its own, so that those of the measured rounds stay short.
        long contracts = Math.max(CLIENTS, stand.scale().viewEvents() / EARLIER_EVENTS);
        Path folder = stand.folder("command-http");
        try (OpenStore store = new OpenStore(stand.engine(), folder)) {
            new LogFiller(store, stand.progress())
                    .fillTo(contracts * EARLIER_EVENTS, n -> Workload.decided(n, contracts));
        }
        stand.progress().step("starting the program, which builds its views");
        try (ConfigurableApplicationContext program = start(stand.engine().settings(folder))) {
            TenkenRuntime runtime = program.getBean(TenkenRuntime.class);
            CaughtUp.await(runtime, stand.progress());
            int port =
                    program.getEnvironment()
                            .getRequiredProperty("local.server.port", Integer.class);
            try (HttpClients clients =
                    new HttpClients(URI.create("http://127.0.0.1:" + port), CLIENTS)) {
                measure(stand, clients, runtime, contracts);
            }
        }
    }

    private static ConfigurableApplicationContext start(Map<String, String> settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=0");
        settings.forEach((name, value) -> arguments.add("--%s=%s".formatted(name, value)));
        return new SpringApplicationBuilder(StandaloneApplication.class, NothingConfiguration.class)
                .logStartupInfo(false)
                .run(arguments.toArray(String[]::new));
    }

    private static void measure(
            Stand stand, HttpClients clients, TenkenRuntime runtime, long contracts)
            throws Exception {
        Callers callers = new Callers(clients);
        int requests = Math.max(CLIENTS, stand.scale().appends() / ROUND_SHARE);
        long warmed = contracts / WARMED_SHARE;
        IntFunction<HttpClients.Ask> nothing = n -> callers.nothing(n % contracts);
        stand.report()
                .section(
                        "raw side",
                        List.of(
                                "PUT " + callers.nothing(0).path(),
                                "the same tokens, headers, body and connections; nothing is read or written"));
        stand.progress().step("warming up for %d s", stand.scale().warmSeconds());
        Numbers warm = new Numbers(0, warmed);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(stand.scale().warmSeconds());
        do {
            decisions(clients, callers, requests, warm);
            clients.round(CLIENTS, requests, nothing);
        } while (System.nanoTime() < until);
        CaughtUp.await(runtime, stand.progress());
        Numbers fresh = new Numbers(warmed, contracts - warmed);
        List<Double> rates = new ArrayList<>();
        List<Double> tails = new ArrayList<>();
        for (int i = 1; i <= stand.scale().rounds(); i++) {
            HttpClients.Round own = decisions(clients, callers, requests, fresh);
            long behind = runtime.log().head();
            CaughtUp.await(runtime, stand.progress());
            HttpClients.Round raw = clients.round(CLIENTS, requests, nothing);
            rates.add(own.perSecond() / raw.perSecond());
            tails.add((double) own.p99() / raw.p99());
            stand.report()
                    .line(
                            "round %d: %,.0f decisions/s, p50 %.1f ms, p99 %.1f ms; nothing %,.0f/s, p50 %.1f ms, p99 %.1f ms; ratio %.3f, of p99 %.2f; %,d events in the log",
                            i,
                            own.perSecond(),
                            own.p50() / NANOS_PER_MILLI,
                            own.p99() / NANOS_PER_MILLI,
                            raw.perSecond(),
                            raw.p50() / NANOS_PER_MILLI,
                            raw.p99() / NANOS_PER_MILLI,
                            rates.getLast(),
                            tails.getLast(),
                            behind);
        }
        stand.report().atLeast("command-http", BAR, Figures.median(rates));
        stand.report().atMost("command-http-tail", TAIL_BAR, Figures.median(tails));
    }

    private static HttpClients.Round decisions(
            HttpClients clients, Callers callers, int requests, Numbers numbers) {
        long from = numbers.taken;
        numbers.taken += requests;
        return clients.round(
                CLIENTS,
                requests,
                n -> callers.decision(numbers.first + (from + n) % numbers.count, from + n));
    }

    /** Contracts that take turns. */
    private static final class Numbers {
        private final long first;
        private final long count;
        private long taken;

        private Numbers(long first, long count) {
            this.first = first;
            this.count = count;
        }
    }
}
