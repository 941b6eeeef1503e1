package jp.tenken.storage.mongodb;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.CommitPage;
import org.bson.BsonDocument;

/**
 * Reads ranges of positions and of a tenant's sequences. Who reads on from where the last page
 * ended begins with a commit, which one question answers; who begins inside of one needs another
 * for the commit around the beginning. Thread-safe.
 */
final class LogRanges {

    private final LogReader reader;

    LogRanges(LogReader reader) {
        this.reader = reader;
    }

    /** The commits that overlap {@code (after, upTo]}. */
    CompletableFuture<CommitPage> positions(long after, long upTo, int maxEvents) {
        if (upTo <= after) {
            return CompletableFuture.completedFuture(new CommitPage(List.of(), after));
        }
        return reader.page(
                        LogQuery.RANGE,
                        LogReader.range(CommitDocument.POSITION, after + 1, upTo),
                        maxEvents)
                .thenCompose(
                        page ->
                                beginsAt(page, after + 1, CommitDocument::position)
                                        ? CompletableFuture.completedFuture(page)
                                        : reader.first(
                                                        LogQuery.BEFORE,
                                                        LogReader.range(
                                                                CommitDocument.POSITION,
                                                                "$lte",
                                                                after))
                                                .thenApply(
                                                        before ->
                                                                with(
                                                                        page,
                                                                        before,
                                                                        CommitDocument::end,
                                                                        after)))
                .thenApply(page -> page.page(commit -> true, scannedTo(page, after, upTo)));
    }

    /** Where the range or, before that, the log ends. */
    private static long scannedTo(PageCollector page, long after, long upTo) {
        return page.found().isEmpty() ? after : Math.min(upTo, page.found().getLast().end());
    }

    /** The tenant's commits that contain a sequence above this one. */
    CompletableFuture<CommitPage> sequences(String tenant, long after, int maxEvents) {
        BsonDocument behind = LogReader.equal(CommitDocument.TENANT, tenant);
        behind.putAll(LogReader.range(CommitDocument.SEQUENCE, "$gt", after));
        BsonDocument upTo = LogReader.equal(CommitDocument.TENANT, tenant);
        upTo.putAll(LogReader.range(CommitDocument.SEQUENCE, "$lte", after));
        return reader.page(LogQuery.TENANT_RANGE, behind, maxEvents)
                .thenCompose(
                        page ->
                                beginsAt(page, after + 1, CommitDocument::sequence)
                                        ? CompletableFuture.completedFuture(page)
                                        : reader.first(LogQuery.TENANT_BEFORE, upTo)
                                                .thenApply(
                                                        before ->
                                                                with(
                                                                        page,
                                                                        before,
                                                                        CommitDocument
                                                                                ::lastSequence,
                                                                        after)))
                .thenApply(
                        page ->
                                new CommitPage(
                                        page.page(commit -> true, 0).commits(),
                                        page.found().isEmpty()
                                                ? after
                                                : page.found().getLast().lastSequence()));
    }

    private interface Place {
        long of(CommitDocument document);
    }

    private static boolean beginsAt(PageCollector page, long first, Place place) {
        return first <= 1
                || (!page.found().isEmpty() && place.of(page.found().getFirst()) == first);
    }

    private static PageCollector with(
            PageCollector page, Optional<CommitDocument> before, Place end, long after) {
        before.filter(document -> end.of(document) > after).ifPresent(page::addFirst);
        return page;
    }
}
