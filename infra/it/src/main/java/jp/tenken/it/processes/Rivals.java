package jp.tenken.it.processes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.it.Identity;
import jp.tenken.it.Tokens;
import jp.tenken.it.audit.Asking;
import jp.tenken.it.audit.Findings;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.Ledger;
import jp.tenken.it.audit.Town;
import jp.tenken.it.audit.Write;
import jp.tenken.it.audit.Write.Acknowledged;
import jp.tenken.it.audit.Write.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * Two who decide the same item at the same moment, each at a command service of its own and both
 * for the version that they have seen: one wins, the other is told. Used by one thread, while both
 * services are well.
 */
final class Rivals {

    private static final int FIRST = 92;
    private static final int ITEMS = 11;
    private static final int MEET_SECONDS = 60;
    private static final Town TOWN = Town.SHINJUKU;

    private final Ledger ledger;
    private final Findings findings;
    private final List<Asking> asking = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final String contract;
    private int count;
    private int conflicts;

    /** Rivals with a contract of theirs. */
    Rivals(Ledger ledger, Findings findings, Tokens issuer, Asking where) throws IOException {
        this.ledger = ledger;
        this.findings = findings;
        for (int rival = FIRST; rival < FIRST + 2; rival++) {
            tokens.add(
                    issuer.of(Identity.staff("client-c" + rival, TOWN.code(), Write.DEPARTMENT)));
        }
        Write done = where.ask(write(0, null, null, null), tokens.getFirst());
        ledger.remember(done);
        if (!(done.outcome() instanceof Acknowledged acknowledged)) {
            throw new IllegalStateException("no contract for rivals: " + done);
        }
        this.contract = acknowledged.id();
    }

    /** How many times they met. */
    int conflicts() {
        return conflicts;
    }

    /** Lets them meet at every item of a kind once. */
    void meet(Asking one, Asking other) {
        asking.clear();
        asking.addAll(List.of(one, other));
        long version = conflicts / ITEMS;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int item = 1; item <= ITEMS; item++) {
                meet("OPS-%02d".formatted(item), version, threads);
            }
        }
    }

    private void meet(String item, long version, ExecutorService threads) {
        CyclicBarrier start = new CyclicBarrier(2);
        count++;
        List<CompletableFuture<Write>> sent = new ArrayList<>();
        for (int rival = 0; rival < 2; rival++) {
            int which = rival;
            Write write = write(which, contract, item, version);
            sent.add(
                    CompletableFuture.supplyAsync(
                            () -> {
                                await(start);
                                return asking.get(which).ask(write, tokens.get(which));
                            },
                            threads));
        }
        List<Write> done = sent.stream().map(Await::value).toList();
        done.forEach(ledger::remember);
        long winners = done.stream().filter(each -> each.outcome() instanceof Acknowledged).count();
        long unknown = done.stream().filter(each -> each.outcome() instanceof Unknown).count();
        if (winners != 1 || unknown != 0) {
            findings.add(
                    Kind.ALTERED, "of two for one version %d won: %s".formatted(winners, done));
        }
        conflicts++;
    }

    private Write write(
            int rival, @Nullable String where, @Nullable String item, @Nullable Long version) {
        return new Write(
                "c%02d-%06d".formatted(FIRST + rival, count),
                FIRST + rival,
                TOWN,
                where,
                item,
                false,
                null,
                version,
                System.nanoTime(),
                new Unknown("not asked"));
    }

    private static void await(CyclicBarrier start) {
        try {
            var unused = start.await(MEET_SECONDS, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
