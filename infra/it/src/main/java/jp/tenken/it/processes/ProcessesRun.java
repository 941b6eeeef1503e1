package jp.tenken.it.processes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import jp.tenken.it.Call;
import jp.tenken.it.Identity;
import jp.tenken.it.Patience;
import jp.tenken.it.Reply;
import jp.tenken.it.SuiteOptions;
import jp.tenken.it.TestIssuer;
import jp.tenken.it.audit.Findings;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.Ledger;
import jp.tenken.it.audit.LogContent;
import jp.tenken.it.audit.Town;
import jp.tenken.it.audit.Write;
import jp.tenken.query.QueryService;
import jp.tenken.runtime.storage.OpenStorage;
import org.jspecify.annotations.Nullable;

/**
 * A run of rounds on one cluster: clients write and read, one of two services is killed in the
 * middle of it and started again, and everything is audited. Command and query services take turns;
 * the last round ends both by asking.
 *
 * <p>A run ends at the first round with a finding. Used once, by one thread.
 */
public final class ProcessesRun {

    private final Settings settings;
    private final Consumer<String> say;
    private final Findings findings = new Findings();
    private final Ledger ledger = new Ledger();
    private final SplittableRandom random;
    private final TestIssuer issuer = TestIssuer.create(Clock.systemUTC());
    private @Nullable LogContent content;
    private @Nullable Rivals rivals;
    private @Nullable ReadBack reading;
    private int rounds;
    private long longestTakeover;
    private long fed;
    private boolean ended;

    /**
     * How to run.
     *
     * @param options of the command line
     * @param folder for what the processes say; should be empty
     * @param shortestMillis of load before a kill
     * @param longestMillis of load before a kill, exclusive
     */
    public record Settings(
            SuiteOptions options, Path folder, int shortestMillis, int longestMillis) {}

    /**
     * A run that has not begun.
     *
     * @param say hears a line at the beginning, after every round and at the end
     */
    public ProcessesRun(Settings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
        this.random = new SplittableRandom(settings.options().seed());
    }

    /** Runs to the end, or to the first round with a finding. */
    public Findings run() {
        SuiteOptions options = settings.options();
        say.accept(
                "PROCESSES begins: rounds=%d clients=%d seed=%d folder=%s"
                        .formatted(
                                options.rounds(),
                                options.clients(),
                                options.seed(),
                                settings.folder()));
        String database =
                "tenken-processes-" + ProcessHandle.current().pid() + "-" + options.seed();
        try (Cluster cluster = Cluster.prepare(settings.folder(), database, issuer);
                ClaimBook claims = cluster.claims()) {
            cluster.start();
            try (OpenStorage storage = cluster.open()) {
                rounds(cluster, claims, storage);
            }
            if (findings.total() == 0) {
                claims.dropDatabase();
            }
        } catch (RuntimeException | IOException | AssertionError stuck) {
            findings.add(Kind.PROGRAM, "stuck behind round %d: %s".formatted(rounds, stuck));
        }
        findings.texts().forEach(say);
        say.accept(summary());
        return findings;
    }

    private void rounds(Cluster cluster, ClaimBook claims, OpenStorage storage) throws IOException {
        onboard(cluster.commands().getFirst());
        ReadBack reads = new ReadBack(cluster.queries(), findings);
        Traffic traffic = new Traffic(ledger, findings, cluster.commands(), reads);
        traffic.gather(issuer, settings.options().clients(), settings.options().seed());
        Rivals two = new Rivals(ledger, findings, issuer, traffic.asking(0));
        StateAudit audit =
                new StateAudit(
                        storage.storage(), cluster, issuer, ledger, findings, random.split());
        reading = reads;
        rivals = two;
        for (int round = 1;
                round <= settings.options().rounds() && findings.total() == 0;
                round++) {
            two.meet(traffic.asking(0), traffic.asking(1));
            round(round, cluster, claims, traffic, audit);
            rounds = round;
        }
        if (findings.total() == 0) {
            lastRound(cluster, claims, traffic, audit);
            fed = audit.fed();
        }
    }

    private void round(
            int round, Cluster cluster, ClaimBook claims, Traffic traffic, StateAudit audit)
            throws IOException {
        boolean queries = round % 2 == 0;
        long millis = random.nextLong(settings.shortestMillis(), settings.longestMillis());
        Member victim = (queries ? cluster.queries() : cluster.commands()).get(random.nextInt(2));
        int acknowledgedBefore = ledger.acknowledged().size();
        int unknownBefore = ledger.unknown().size();
        int views = QueryService.views().size();
        if (queries) {
            var unused =
                    Patience.until(
                            "two query services share the views", () -> claims.shared(2, views));
        }
        traffic.begin();
        Patience.pause(millis);
        victim.kill();
        String takeover = "";
        if (queries) {
            long took =
                    Patience.until("the other takes the views over", () -> claims.shared(1, views));
            longestTakeover = Math.max(longestTakeover, took);
            takeover = ", views taken over after %d ms (claims last 5000 ms)".formatted(took);
        }
        traffic.awaitProgress();
        victim.launch();
        victim.awaitReady();
        traffic.end();
        LogContent found = audit.check(random.nextLong());
        content = found;
        say.accept(
                "round %d/%d: %s killed after %d ms%s, acknowledged %d, unknown %d, events %d, %s"
                        .formatted(
                                round,
                                settings.options().rounds(),
                                victim.name(),
                                millis,
                                takeover,
                                ledger.acknowledged().size() - acknowledgedBefore,
                                ledger.unknown().size() - unknownBefore,
                                found.events(),
                                verdict()));
    }

    private void lastRound(Cluster cluster, ClaimBook claims, Traffic traffic, StateAudit audit)
            throws IOException {
        GracefulRound graceful = new GracefulRound(cluster, claims, traffic, ledger, findings);
        int before = ledger.acknowledged().size();
        Member command = cluster.commands().get(random.nextInt(2));
        Member query = cluster.queries().get(random.nextInt(2));
        graceful.run(command, query, settings.shortestMillis());
        LogContent found = audit.check(random.nextLong());
        content = found;
        graceful.requireNothingHalfDone(found);
        graceful.endAll(issuer);
        ended = true;
        say.accept(
                "last round: %s and %s asked to end, %s, acknowledged %d, events %d, %s"
                        .formatted(
                                command.name(),
                                query.name(),
                                graceful.said(found),
                                ledger.acknowledged().size() - before,
                                found.events(),
                                verdict()));
    }

    private void onboard(Member command) throws IOException {
        for (Town town : Town.ALL) {
            require(
                    command,
                    Call.put(
                                    town.path(""),
                                    Map.of(
                                            "nameJa", "見本区",
                                            "nameEn", "Sample City",
                                            "kind", "special_ward"))
                            .as(issuer.of(Identity.of("operator", town.code()))));
            require(
                    command,
                    Call.put(
                                    town.path("/departments/" + Write.DEPARTMENT),
                                    Map.of("nameJa", "見本課", "nameEn", "Sample Division"))
                            .as(issuer.of(Identity.of("administrator", town.code()))));
        }
    }

    private static void require(Member command, Call call) throws IOException {
        Reply reply = command.life().http().send(call);
        if (!reply.success()) {
            throw new IllegalStateException("%s was answered with %s".formatted(call, reply));
        }
    }

    private String verdict() {
        return findings.total() == 0 ? "verified" : "VIOLATED";
    }

    private String summary() {
        LogContent found = content;
        Rivals two = rivals;
        ReadBack reads = reading;
        return ("PROCESSES rounds=%d acknowledged=%d unknown=%d conflicts=%d read-back=%d"
                        + " read-again=%d fed=%d longest-takeover-ms=%d commits=%d events=%d"
                        + " %s pass=%s")
                .formatted(
                        rounds,
                        ledger.acknowledged().size(),
                        ledger.unknown().size(),
                        two == null ? 0 : two.conflicts(),
                        reads == null ? 0 : reads.reads(),
                        reads == null ? 0 : reads.repeated(),
                        fed,
                        longestTakeover,
                        found == null ? 0 : found.commits().size(),
                        found == null ? 0 : found.events(),
                        findings.counted(),
                        findings.total() == 0 && ended);
    }
}
