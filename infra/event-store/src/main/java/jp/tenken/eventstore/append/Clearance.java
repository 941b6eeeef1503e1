package jp.tenken.eventstore.append;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.StoredEvent;

/**
 * Checks against the stored log what lies too far back for the {@link ConflictWindow}: an old
 * guard, an append id that was looked up long ago. Runs beside the leader, so that a slow look-up
 * holds nobody up.
 */
final class Clearance {

    private static final int PAGE = 256;

    private final CommitLog log;
    private final LongSupplier head;

    Clearance(CommitLog log, LongSupplier head) {
        this.log = log;
        this.head = head;
    }

    /**
     * Moves the append's checked positions up to the log's present head.
     *
     * @return true when the append may go on; false when it is answered: it stands already, or its
     *     guard is violated
     */
    CompletableFuture<Boolean> clear(PendingAppend pending) {
        long upTo = head.getAsLong();
        return absent(pending, upTo)
                .thenCompose(
                        absent ->
                                absent
                                        ? holds(pending, upTo)
                                        : CompletableFuture.completedFuture(false));
    }

    private CompletableFuture<Boolean> absent(PendingAppend pending, long upTo) {
        if (pending.idAbsentUpTo >= upTo) {
            return CompletableFuture.completedFuture(true);
        }
        return log.findAppend(pending.request.appendId())
                .thenApply(
                        found -> {
                            found.ifPresent(
                                    commit ->
                                            pending.answer.complete(
                                                    new AppendReceipt(commit, true)));
                            pending.idAbsentUpTo = upTo;
                            return found.isEmpty();
                        });
    }

    private CompletableFuture<Boolean> holds(PendingAppend pending, long upTo) {
        AppendGuard guard = pending.request.guard();
        if (guard == null || pending.guardHoldsUpTo >= upTo) {
            return CompletableFuture.completedFuture(true);
        }
        return violated(pending.request.tenant(), guard.criteria(), pending.guardHoldsUpTo, upTo)
                .thenApply(
                        violated -> {
                            if (violated) {
                                pending.answer.completeExceptionally(
                                        new AppendConflictException(guard.after(), upTo));
                            }
                            pending.guardHoldsUpTo = upTo;
                            return !violated;
                        });
    }

    private CompletableFuture<Boolean> violated(
            String tenant, Criteria criteria, long after, long upTo) {
        return log.readMatching(tenant, criteria, after, upTo, PAGE)
                .thenCompose(
                        page -> {
                            for (Commit commit : page.commits()) {
                                if (matchesBehind(commit, criteria, after)) {
                                    return CompletableFuture.completedFuture(true);
                                }
                            }
                            return page.scannedTo() >= upTo
                                    ? CompletableFuture.completedFuture(false)
                                    : violated(tenant, criteria, page.scannedTo(), upTo);
                        });
    }

    private static boolean matchesBehind(Commit commit, Criteria criteria, long after) {
        long position = commit.header().position();
        for (StoredEvent event : commit.events()) {
            if (position++ > after && criteria.matches(event)) {
                return true;
            }
        }
        return false;
    }
}
