package jp.tenken.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.format.CommitSeal;
import org.jspecify.annotations.Nullable;

/**
 * An append on its way. What does not depend on its place in the log (digests, chains) is computed
 * by the caller's thread, once; the leader only links.
 */
final class PendingAppend {

    final AppendRequest request;
    final List<Hash> digests;
    final Set<String> chains;

    /** Bytes that the commit takes in the log, as {@link CommitSize} counts. */
    final long bytes;

    /** The commit of another log that is to stand here as it is; null when one is to be made. */
    final @Nullable Commit moved;

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
        this.moved = null;
        this.digests = digests(request.events());
        this.chains = chains(request.events(), chainTags);
        this.bytes = CommitSize.of(request.tenant(), request.events(), chains);
        AppendGuard guard = request.guard();
        this.guardHoldsUpTo = guard == null ? Long.MAX_VALUE : guard.after();
        this.idAbsentUpTo = request.idAbsentUpTo();
    }

    /** A commit that was made elsewhere; it may be a tombstone. */
    PendingAppend(Commit moved, long idAbsentUpTo) {
        CommitHeader header = moved.header();
        this.request =
                new AppendRequest(
                        header.tenant(), header.appendId(), idAbsentUpTo, moved.events(), null);
        this.moved = moved;
        this.digests = header.digests();
        this.chains = header.previousInChain().keySet();
        this.bytes = CommitSize.of(request.tenant(), request.events(), chains);
        this.guardHoldsUpTo = Long.MAX_VALUE;
        this.idAbsentUpTo = idAbsentUpTo;
    }

    /** Number of events; those of a tombstone count. */
    int events() {
        return digests.size();
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
