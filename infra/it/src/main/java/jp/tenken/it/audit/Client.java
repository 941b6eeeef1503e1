package jp.tenken.it.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenken.it.Identity;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.Write.Acknowledged;
import jp.tenken.it.audit.Write.Refused;
import jp.tenken.it.audit.Write.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who registers contracts and decides items, one request after the other: on contracts of
 * its own, and on one that all clients of the town share. It lives through all rounds; one thread
 * at a time.
 */
public final class Client {

    private static final List<String> ITEMS =
            Stream.concat(
                            IntStream.rangeClosed(1, 11).mapToObj("OPS-%02d"::formatted),
                            IntStream.rangeClosed(1, 13).mapToObj("SYS-%02d"::formatted))
                    .toList();
    private static final int MOST_CONTRACTS = 20;

    private final int number;
    private final Town town;
    private final String shared;
    private final Ledger ledger;
    private final SplittableRandom random;
    private final List<String> contracts = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();
    private @Nullable Write latest;
    private @Nullable Write unanswered;
    private int count;

    /**
     * A client that has not yet written.
     *
     * @param shared the contract on which it meets the others of its town
     */
    public Client(int number, Town town, String shared, Ledger ledger, long seed) {
        this.number = number;
        this.town = town;
        this.shared = shared;
        this.ledger = ledger;
        this.random = new SplittableRandom(seed + number);
    }

    /** Who it is, in every round the same. */
    public Identity identity() {
        return Identity.staff(
                subject(mark(0)), town.code(), Write.DEPARTMENT, "010" + (2 + number % 4));
    }

    /** Who writes under a mark. */
    public static String subject(String mark) {
        return "client-" + mark.substring(0, mark.indexOf('-'));
    }

    /** Writes until it is over, or until an answer stays away. */
    public void work(Asking asking, String token, BooleanSupplier over) {
        while (!over.getAsBoolean()) {
            boolean answered =
                    (latest != null && random.nextInt(100) < 5)
                            ? repeat(asking, token, latest)
                            : write(asking, token, next());
            if (!answered) {
                return;
            }
        }
    }

    /** Whether it has a write with a key that got no answer. */
    public boolean waits() {
        return unanswered != null;
    }

    /** Asks the same again, perhaps elsewhere; there must be one that {@link #waits}. */
    public void askAgain(Asking asking, String token) {
        var unused = write(asking, token, Objects.requireNonNull(unanswered));
    }

    /** Learns what came of a write that was unknown to it. */
    public void learn(Write done) {
        switch (done.outcome()) {
            case Acknowledged acknowledged when !done.decides() -> contracts.add(acknowledged.id());
            case Acknowledged acknowledged -> versions.put(place(done), acknowledged.version());
            case Unknown none -> versions.remove(place(done));
            case Refused refused -> {}
        }
    }

    private boolean write(Asking asking, String token, Write write) {
        Write done = asking.ask(write, token);
        ledger.remember(done);
        learn(done);
        latest = repeatable(done) ? done : null;
        boolean unknown = done.outcome() instanceof Unknown;
        unanswered = unknown && done.key() != null ? done : null;
        if (done.outcome() instanceof Acknowledged) {
            asking.told().accept(done, token);
        }
        return !unknown;
    }

    /** Only on contracts of its own: on the shared one, another may have decided since. */
    private boolean repeatable(Write done) {
        return done.outcome() instanceof Acknowledged
                && done.decides()
                && !shared.equals(done.contract());
    }

    /** The same decision once more, with nothing to recognise it by: 200, and no event. */
    private boolean repeat(Asking asking, String token, Write done) {
        Write again =
                new Write(
                        done.mark(),
                        number,
                        town,
                        done.contract(),
                        done.item(),
                        done.notNeeded(),
                        null,
                        null,
                        System.nanoTime(),
                        done.outcome());
        Write answer = asking.ask(again, token);
        if (answer.outcome() instanceof Acknowledged second
                && done.outcome() instanceof Acknowledged first
                && (second.version() != first.version() || second.sequence() < first.sequence())) {
            asking.findings().add(Kind.ANSWERS, "repeating %s gave %s".formatted(done, second));
        }
        return !(answer.outcome() instanceof Unknown);
    }

    private String mark(int nth) {
        return "c%02d-%06d".formatted(number, nth);
    }

    private Write next() {
        String mark = mark(++count);
        String key = random.nextInt(100) < 50 ? "key-" + mark : null;
        int dice = random.nextInt(100);
        if (contracts.isEmpty() || (dice < 5 && contracts.size() < MOST_CONTRACTS)) {
            return new Write(
                    mark,
                    number,
                    town,
                    null,
                    null,
                    false,
                    key,
                    null,
                    System.nanoTime(),
                    new Unknown("not asked"));
        }
        String contract = dice < 25 ? shared : contracts.get(random.nextInt(contracts.size()));
        String item = ITEMS.get(random.nextInt(ITEMS.size()));
        return new Write(
                mark,
                number,
                town,
                contract,
                item,
                random.nextInt(100) < 30,
                key,
                expected(contract + "/" + item),
                System.nanoTime(),
                new Unknown("not asked"));
    }

    /** Now and then the version that it last saw, now and then one that never was. */
    private @Nullable Long expected(String place) {
        Long seen = versions.get(place);
        int dice = random.nextInt(100);
        if (seen == null || dice >= 40) {
            return null;
        }
        return dice < 3 ? Long.valueOf(seen + 1_000_000) : seen;
    }

    private static String place(Write write) {
        return write.contract() + "/" + write.item();
    }
}
