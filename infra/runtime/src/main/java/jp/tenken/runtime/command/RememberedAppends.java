package jp.tenken.runtime.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.edge.CommandContext;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.kernel.MetadataKeys;

/**
 * What the log remembers of requests with an idempotency key. Only successes are in the log, so
 * only successes are remembered.
 *
 * <p>The parts of a request are appends of their own. The first of them that was recorded has the
 * id of the whole request; so whoever comes with the key and something else is found out before
 * anything is decided. It says of itself which part it is, for the first part may have been
 * refused.
 *
 * @param log where appends are looked up
 */
record RememberedAppends(CommitLog log) {

    /**
     * An append as it was found, or as it is to be made.
     *
     * @param id of the append
     * @param receipt where it is in the log; empty = nobody has answered the request yet
     */
    record Found(UUID id, Optional<Receipt> receipt) {}

    /** Looks the append of a request, or of this part of it, up. */
    CompletableFuture<Found> find(UUID whole, CommandContext context) {
        return log.findAppend(whole)
                .thenCompose(
                        found ->
                                found.isPresent() && !isOfPart(found.get(), context)
                                        ? ofPart(whole, found.get(), context)
                                        : CompletableFuture.completedFuture(
                                                new Found(
                                                        whole,
                                                        found.map(
                                                                each ->
                                                                        receipt(
                                                                                each, context,
                                                                                true)))));
    }

    private CompletableFuture<Found> ofPart(UUID whole, Commit first, CommandContext context) {
        requireSameRequest(first, context);
        UUID id = AppendIdentity.ofPart(whole, Objects.requireNonNull(context.part()));
        return log.findAppend(id)
                .thenApply(found -> new Found(id, found.map(each -> receipt(each, context, true))));
    }

    /** Whether a commit is this command's, and not that of another part of the request. */
    static boolean isOfPart(Commit commit, CommandContext context) {
        return context.part() == null
                || context.idempotencyKey() == null
                || commit.isTombstone()
                || context.part()
                        .equals(
                                commit.events()
                                        .getFirst()
                                        .metadata()
                                        .get(MetadataKeys.REQUEST_PART));
    }

    /** The receipt that a commit is; refuses ({@code idempotency-key-reused}) another request's. */
    static Receipt receipt(Commit commit, CommandContext context, boolean replayed) {
        if (replayed) {
            requireSameRequest(commit, context);
        }
        StoredEvent first = commit.events().getFirst();
        return new Receipt(
                Objects.requireNonNull(first.metadata().get(MetadataKeys.RESOURCE_ID)),
                Long.parseLong(
                        Objects.requireNonNull(
                                first.metadata().get(MetadataKeys.RESOURCE_VERSION))),
                commit.header().lastTenantSequence(),
                true,
                replayed,
                told(first));
    }

    private static Map<String, String> told(StoredEvent first) {
        Map<String, String> told = new HashMap<>();
        first.metadata()
                .forEach(
                        (name, value) -> {
                            if (name.startsWith(MetadataKeys.TOLD) && value != null) {
                                told.put(name.substring(MetadataKeys.TOLD.length()), value);
                            }
                        });
        return told;
    }

    private static void requireSameRequest(Commit commit, CommandContext context) {
        if (commit.isTombstone()
                || !context.requestDigest()
                        .equals(
                                commit.events()
                                        .getFirst()
                                        .metadata()
                                        .get(MetadataKeys.REQUEST_DIGEST))) {
            throw Refusal.of("idempotency-key-reused");
        }
    }
}
