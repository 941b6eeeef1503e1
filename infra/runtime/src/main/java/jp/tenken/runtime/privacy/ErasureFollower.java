package jp.tenken.runtime.privacy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.privacy.PersonErased;
import jp.tenken.kernel.privacy.TextRedacted;
import jp.tenken.projections.EventPayloads;
import jp.tenken.runtime.log.EventLog;
import jp.tenken.vault.PersonDirectory;
import jp.tenken.vault.TextVault;
import jp.tenken.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log and destroys what it says is erased. How far it has come is noted in the vault,
 * behind the destruction: a crash in between, and the restore of an older vault, leave a note that
 * is behind the log, and what is missing is done by the next start. Doing it twice changes nothing.
 *
 * <p>Reads through the index of types while it is far behind, and from the shared tail afterwards.
 * Never gives up: a vault that does not answer is asked again. Thread-safe.
 */
final class ErasureFollower implements AutoCloseable {

    private static final String KIND = "erasures-carried-out";
    private static final int PAGE = 1_000;
    private static final long FAR_BEHIND = 10_000;
    private static final long NOTE_EVERY = 100_000;
    private static final long PAUSE_MILLIS = 1_000;
    private static final Logger logger = LoggerFactory.getLogger(ErasureFollower.class);

    private final EventLog log;
    private final Vault vault;
    private final EventPayloads payloads;
    private final TextVault texts;
    private final PersonDirectory people;
    private final String personErased = EventCatalogue.nameOf(PersonErased.class);
    private final String textRedacted = EventCatalogue.nameOf(TextRedacted.class);
    private final Criteria criteria =
            new Criteria(List.of(new Criterion(Set.of(), Set.of(personErased, textRedacted))));
    private final long headAtStart;

    private volatile long position;
    private volatile CompletableFuture<Void> moved = new CompletableFuture<>();
    private volatile boolean closed;
    private long noted;

    ErasureFollower(
            EventLog log,
            Vault vault,
            EventPayloads payloads,
            TextVault texts,
            PersonDirectory people) {
        this.log = log;
        this.vault = vault;
        this.payloads = payloads;
        this.texts = texts;
        this.people = people;
        this.headAtStart = log.head();
    }

    /** Begins where the vault's note says. */
    void start() {
        goOn(
                vault.find(KIND, log.epoch().toString())
                        .thenAccept(
                                note -> {
                                    long from = note.map(this::position).orElse(0L);
                                    noted = from;
                                    position = from;
                                    if (headAtStart - from > FAR_BEHIND) {
                                        logger.info(
                                                "Looking for erasures in events {} to {}",
                                                from + 1,
                                                headAtStart);
                                    }
                                }),
                this::start);
    }

    /** A note beyond the log's end is of a log that was longer; then everything is done again. */
    private long position(byte[] note) {
        long carriedOut = ByteBuffer.wrap(note).getLong();
        return carriedOut > headAtStart ? 0 : carriedOut;
    }

    /** Events between what has been carried out and the head of the log. */
    long behind() {
        return Math.max(0, log.head() - position);
    }

    /** Completes when everything has been carried out that was recorded before the start. */
    CompletableFuture<Void> caughtUp() {
        return reached(headAtStart);
    }

    /** Completes when everything has been carried out that is recorded now. */
    CompletableFuture<Void> carriedOut() {
        return reached(log.head());
    }

    private CompletableFuture<Void> reached(long wanted) {
        CompletableFuture<Void> next = moved;
        return position >= wanted
                ? CompletableFuture.completedFuture(null)
                : next.thenCompose(again -> reached(wanted));
    }

    private void step() {
        long from = position;
        long head = log.head();
        if (from >= head) {
            goOn(log.awaitBeyond(from), this::step);
            return;
        }
        CompletableFuture<CommitPage> page =
                head - from > FAR_BEHIND
                        ? log.log().readMatching(null, criteria, from, head, PAGE)
                        : log.read(from, PAGE);
        goOn(page.thenComposeAsync(this::carryOut, log.executor()), this::step);
    }

    /** Goes on once the future is done; after a failure does the same again, a little later. */
    private void goOn(CompletableFuture<Void> done, Runnable again) {
        Futures.whenDone(
                done,
                log.executor(),
                (nothing, failure) -> {
                    if (closed) {
                        return;
                    }
                    if (failure == null) {
                        step();
                    } else {
                        logger.error(
                                "Recorded erasures behind event {} cannot be carried out now;"
                                        + " trying again",
                                position,
                                failure);
                        CompletableFuture.delayedExecutor(
                                        PAUSE_MILLIS, TimeUnit.MILLISECONDS, log.executor())
                                .execute(again);
                    }
                });
    }

    private CompletableFuture<Void> carryOut(CommitPage page) {
        List<CompletableFuture<Void>> erased = new ArrayList<>();
        for (Commit commit : page.commits()) {
            for (StoredEvent event : commit.events()) {
                if (event.name().equals(personErased) || event.name().equals(textRedacted)) {
                    erased.add(erase(commit.header().tenant(), payloads.decode(event)));
                }
            }
        }
        long to = page.scannedTo();
        boolean worthNoting =
                !erased.isEmpty()
                        || to - noted >= NOTE_EVERY
                        || (position < headAtStart && to >= headAtStart);
        return CompletableFuture.allOf(erased.toArray(CompletableFuture[]::new))
                .thenCompose(
                        all -> worthNoting ? note(to) : CompletableFuture.completedFuture(null))
                .thenRun(() -> moveTo(to));
    }

    private CompletableFuture<Void> erase(String tenant, Object event) {
        return switch (event) {
            case PersonErased person -> people.erase(tenant, person.personId());
            case TextRedacted redacted -> texts.erase(tenant, redacted.keyIds());
            default -> throw new IllegalStateException(event.getClass() + " erases nothing");
        };
    }

    private CompletableFuture<Void> note(long to) {
        byte[] note = ByteBuffer.allocate(Long.BYTES).putLong(to).array();
        return vault.put(KIND, log.epoch().toString(), note).thenRun(() -> noted = to);
    }

    private void moveTo(long to) {
        position = to;
        CompletableFuture<Void> reached = moved;
        moved = new CompletableFuture<>();
        reached.complete(null);
    }

    /** Stops; what is not carried out is by the next start. */
    @Override
    public void close() {
        closed = true;
        moved.completeExceptionally(new CancellationException("closed"));
    }
}
