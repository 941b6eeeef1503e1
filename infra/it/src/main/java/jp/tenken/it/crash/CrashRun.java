package jp.tenken.it.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import jp.tenken.it.SuiteOptions;
import jp.tenken.it.TenkenHttp;
import jp.tenken.it.TenkenProcess;
import jp.tenken.it.audit.AnswerAudit;
import jp.tenken.it.audit.Findings;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.Ledger;
import jp.tenken.it.audit.LedgerAudit;
import jp.tenken.it.audit.LogContent;
import jp.tenken.it.audit.Town;
import jp.tenken.it.audit.Write;
import org.jspecify.annotations.Nullable;

/**
 * A run of rounds on one data folder: start, ask again what got no answer, write from many clients,
 * kill, audit. Every few rounds a start is killed, too, the very first one among them.
 *
 * <p>A run ends at the first round with a finding: what it found is then still to be seen in the
 * folder. Used once, by one thread.
 */
public final class CrashRun {

    private static final int TRY_OUT_CONTRACTS = 6;
    private static final int AUDITED_CONTRACTS = 60;
    private static final int KILLED_START_EVERY = 5;
    private static final int LONGEST_START_MILLIS = 5_000;

    private final Settings settings;
    private final Consumer<String> say;
    private final Findings findings = new Findings();
    private final Ledger ledger = new Ledger();
    private final Load load = new Load(ledger, findings);
    private final SplittableRandom random;
    private final FolderAudit audit;
    private @Nullable LogContent content;
    private int killedStarts;
    private int askedAgain;
    private int rounds;

    /**
     * How to run.
     *
     * @param options of the command line; a round is a kill under load
     * @param folder for the data, its copies and the program's output; should be empty
     * @param shortestMillis of load before a kill
     * @param longestMillis of load before a kill, exclusive
     */
    public record Settings(
            SuiteOptions options, Path folder, int shortestMillis, int longestMillis) {

        Path data() {
            return folder.resolve("data");
        }
    }

    /**
     * A run that has not begun.
     *
     * @param say hears a line at the beginning, after every round and at the end
     */
    public CrashRun(Settings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
        this.random = new SplittableRandom(settings.options().seed());
        this.audit = new FolderAudit(ledger, findings, random.split());
    }

    /** Runs to the end, or to the first round with a finding. */
    public Findings run() {
        say.accept(
                "CRASH begins: rounds=%d clients=%d seed=%d folder=%s"
                        .formatted(
                                settings.options().rounds(),
                                settings.options().clients(),
                                settings.options().seed(),
                                settings.folder()));
        try {
            rounds();
        } catch (IllegalStateException | IOException | AssertionError stuck) {
            findings.add(Kind.PROGRAM, "stuck behind round %d: %s".formatted(rounds, stuck));
        }
        findings.texts().forEach(say);
        say.accept(summary());
        return findings;
    }

    private void rounds() throws IOException {
        for (int round = 1;
                round <= settings.options().rounds() && findings.total() == 0;
                round++) {
            if (round % KILLED_START_EVERY == 1) {
                killStart(round);
            }
            round(round);
            rounds = round;
        }
        if (findings.total() == 0) {
            lastStart();
        }
    }

    /** A start, killed before anybody could use it: on the first one, while the folder is made. */
    private void killStart(int round) {
        long millis = random.nextLong(200, LONGEST_START_MILLIS);
        try (TenkenProcess program = launch("start-" + round)) {
            if (program.pause(millis)) {
                findings.add(Kind.PROGRAM, "a start ended by itself: " + program.output());
            }
        }
        killedStarts++;
        say.accept("start killed after %d ms".formatted(millis));
    }

    private void round(int round) throws IOException {
        long seed = random.nextLong();
        SplittableRandom chance = new SplittableRandom(seed);
        long millis = chance.nextLong(settings.shortestMillis(), settings.longestMillis());
        int unknownBefore = ledger.unknown().size();
        int acknowledgedBefore = ledger.acknowledged().size();
        int asked;
        try (TenkenProcess program = launch("round-" + round)) {
            URI address = program.awaitHealthy();
            try (TenkenHttp http = new TenkenHttp(address)) {
                asked = resume(http, seed, AUDITED_CONTRACTS);
                if (content == null) {
                    load.prepare(http, settings.options().clients(), settings.options().seed());
                }
                load.untilKilled(program, http, millis);
            }
            requireQuiet(program);
        }
        long unmerged = FolderAudit.unmerged(settings.data());
        LogContent found = audit.ofCopy(settings.data(), settings.folder().resolve("copy"));
        content = found;
        requireTryOut(found);
        List<Write> unknown = ledger.unknown();
        say.accept(
                ("round %d/%d seed=%d: killed after %d ms, asked again %d, acknowledged %d,"
                                + " unknown %d (stored %d), write-ahead log %d bytes, events %d, %s")
                        .formatted(
                                round,
                                settings.options().rounds(),
                                seed,
                                millis,
                                asked,
                                ledger.acknowledged().size() - acknowledgedBefore,
                                unknown.size() - unknownBefore + asked,
                                LedgerAudit.there(unknown, found),
                                unmerged,
                                found.events(),
                                findings.total() == 0 ? "verified" : "VIOLATED"));
    }

    /** The last start is not killed but stopped, and its folder opened as it is. */
    private void lastStart() throws IOException {
        try (TenkenProcess program = launch("last")) {
            URI address = program.awaitHealthy();
            try (TenkenHttp http = new TenkenHttp(address)) {
                var unused = resume(http, settings.options().seed(), Integer.MAX_VALUE);
            }
            var unused = program.stop();
            requireQuiet(program);
        }
        content = audit.of(settings.data());
    }

    private int resume(TenkenHttp http, long seed, int contracts) throws IOException {
        LogContent before = content;
        if (before == null) {
            return 0;
        }
        List<String> places = new ArrayList<>(before.decisions().keySet());
        Collections.shuffle(places, new Random(seed));
        new AnswerAudit(http, http::token, findings)
                .check(before, places.subList(0, Math.min(contracts, places.size())));
        int asked = load.askAgain(http, before);
        askedAgain += asked;
        return asked;
    }

    private TenkenProcess launch(String name) {
        return TenkenProcess.launch(
                settings.data(), 0, settings.folder().resolve("output-" + name + ".txt"));
    }

    private void requireQuiet(TenkenProcess program) {
        program.output()
                .lines()
                .filter(line -> line.contains(" ERROR "))
                .forEach(line -> findings.add(Kind.PROGRAM, "the program said: " + line));
    }

    /** What a first start brings is there once, although that start was killed. */
    private void requireTryOut(LogContent found) {
        for (int n = 1; n <= TRY_OUT_CONTRACTS; n++) {
            String number = "MIHON-" + n;
            long times =
                    found.byMark().getOrDefault(number, List.of()).stream()
                            .filter(contract -> contract.tenant().equals(Town.SHINJUKU.tenant()))
                            .count();
            if (times != 1) {
                findings.add(
                        times == 0 ? Kind.LOST : Kind.DOUBLED,
                        "contract %s of the try-out is there %d times".formatted(number, times));
            }
        }
    }

    private String summary() {
        LogContent found = content;
        return ("CRASH rounds=%d acknowledged=%d unknown=%d asked-again=%d killed-starts=%d"
                        + " commits=%d events=%d %s pass=%s")
                .formatted(
                        rounds,
                        ledger.acknowledged().size(),
                        ledger.unknown().size(),
                        askedAgain,
                        killedStarts,
                        found == null ? 0 : found.commits().size(),
                        found == null ? 0 : found.events(),
                        findings.counted(),
                        findings.total() == 0 && rounds == settings.options().rounds());
    }
}
