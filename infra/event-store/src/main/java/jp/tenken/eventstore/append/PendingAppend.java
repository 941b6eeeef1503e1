package jp.tenken.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.format.CommitSeal;

/**
 * An append on its way. What does not depend on its place in the log (digests, chains) is computed
 * by the caller's thread, once; the leader only links.
 */
final class PendingAppend {

    final AppendRequest request;
    final List<Hash> digests;
    final Set<String> chains;

    /** Payload bytes of all events. */
    final long bytes;

    final CompletableFuture<AppendReceipt> answer = new CompletableFuture<>();

    /** Up to here the guard is known to hold. */
    long guardHoldsUpTo;

    /** Up to here the log is known to be without the append id. */
    long idAbsentUpTo;

    /** How often another writer was faster. */
    int lostRaces;

    PendingAppend(AppendRequest request, Set<String> chainTags) {
        if (request.events().isEmpty()) {
            throw new IllegalArgumentException("an append needs at least one event");
        }
        this.request = request;
        this.bytes = request.events().stream().mapToLong(event -> event.payload().length).sum();
        this.digests = digests(request.events());
        this.chains = chains(request.events(), chainTags);
        AppendGuard guard = request.guard();
        this.guardHoldsUpTo = guard == null ? Long.MAX_VALUE : guard.after();
        this.idAbsentUpTo = request.idAbsentUpTo();
    }

    /** Whether everything that has to be checked lies behind the position. */
    boolean clearedUpTo(long position) {
        return guardHoldsUpTo >= position && idAbsentUpTo >= position;
    }

    private static List<Hash> digests(List<StoredEvent> events) {
        if (events.size() == 1) {
            return List.of(CommitSeal.digest(events.getFirst()));
        }
        List<Hash> digests = new ArrayList<>(events.size());
        events.forEach(event -> digests.add(CommitSeal.digest(event)));
        return List.copyOf(digests);
    }

    private static Set<String> chains(List<StoredEvent> events, Set<String> chainTags) {
        Set<String> chains = new TreeSet<>();
        for (StoredEvent event : events) {
            for (EventTag tag : event.tags()) {
                if (chainTags.contains(tag.key())) {
                    chains.add(tag.key() + ":" + tag.value());
                }
            }
        }
        return chains;
    }
}
