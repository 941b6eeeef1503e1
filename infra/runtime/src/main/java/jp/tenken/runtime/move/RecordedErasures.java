package jp.tenken.runtime.move;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.privacy.PersonErased;
import jp.tenken.kernel.privacy.TextRedacted;
import jp.tenken.projections.EventPayloads;
import jp.tenken.vault.PersonDirectory;
import jp.tenken.vault.TextVault;

/**
 * The people and texts that a municipality's history says are erased: what no key file may bring
 * back. Memory grows with their number. Filled by {@link #read}; unchanging afterwards.
 */
final class RecordedErasures {

    private static final int PAGE = 1_000;

    private final String tenant;
    private final Set<String> people = new HashSet<>();
    private final Set<String> texts = new HashSet<>();

    private RecordedErasures(String tenant) {
        this.tenant = tenant;
    }

    /** Reads them all, through the log's index of types. */
    static CompletableFuture<RecordedErasures> read(
            CommitLog log, EventPayloads payloads, String tenant, Executor executor) {
        Set<String> types =
                Set.of(
                        EventCatalogue.nameOf(PersonErased.class),
                        EventCatalogue.nameOf(TextRedacted.class));
        Criteria criteria = new Criteria(List.of(new Criterion(Set.of(), types)));
        RecordedErasures found = new RecordedErasures(tenant);
        return log.head()
                .thenComposeAsync(
                        head -> found.collect(log, payloads, types, criteria, 0, head, executor),
                        executor);
    }

    private CompletableFuture<RecordedErasures> collect(
            CommitLog log,
            EventPayloads payloads,
            Set<String> types,
            Criteria criteria,
            long after,
            long head,
            Executor executor) {
        if (after >= head) {
            return CompletableFuture.completedFuture(this);
        }
        return log.readMatching(tenant, criteria, after, head, PAGE)
                .thenComposeAsync(
                        page -> {
                            for (Commit commit : page.commits()) {
                                for (StoredEvent event : commit.events()) {
                                    if (types.contains(event.name())) {
                                        note(payloads.decode(event));
                                    }
                                }
                            }
                            return collect(
                                    log,
                                    payloads,
                                    types,
                                    criteria,
                                    page.scannedTo(),
                                    head,
                                    executor);
                        },
                        executor);
    }

    private void note(Object event) {
        switch (event) {
            case PersonErased person -> people.add(person.personId());
            case TextRedacted redacted -> texts.addAll(redacted.keyIds());
            default -> throw new IllegalStateException(event.getClass() + " erases nothing");
        }
    }

    boolean ofPerson(String person) {
        return people.contains(person);
    }

    boolean ofText(String keyId) {
        return texts.contains(keyId);
    }

    /** Destroys what should be gone. Repeatable. */
    CompletableFuture<Void> carryOut(PersonDirectory directory, TextVault vault) {
        CompletableFuture<Void> done = vault.erase(tenant, texts);
        for (String person : people) {
            done = done.thenCompose(before -> directory.erase(tenant, person));
        }
        return done;
    }
}
