package jp.tenken.storage.mongodb;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.Futures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to the log: one ordered insert in one command, which fails where somebody else was
 * faster. It begins only behind a head that a majority has; otherwise a change of primary could
 * leave a hole for ever.
 *
 * <p>For one append at a time.
 */
final class LogWriter {

    /** The server takes 16 MiB for a document. */
    static final long MAX_DOCUMENT = (16L << 20) - (64 << 10);

    /** The server takes 48 MB for a command; the driver would make two of more. */
    static final long MAX_COMMAND = 44_000_000;

    /** The least that any server takes in one command. */
    static final int MAX_DOCUMENTS = 1_000;

    private static final InsertManyOptions ORDERED = new InsertManyOptions().ordered(true);
    private static final Logger logger = LoggerFactory.getLogger(LogWriter.class);

    private final MongoCollection<CommitDocument> commits;
    private final Replies replies;
    private final LogReader reader;
    private final LogHead head;

    LogWriter(
            MongoCollection<CommitDocument> commits,
            Replies replies,
            LogReader reader,
            LogHead head) {
        this.commits = commits;
        this.replies = replies;
        this.reader = reader;
        this.head = head;
    }

    CompletableFuture<AppendOutcome> append(long expectedHead, List<Commit> batch) {
        List<CommitDocument> documents;
        try {
            documents = documents(batch);
        } catch (CommitLogException oversize) {
            return CompletableFuture.failedFuture(oversize);
        }
        if (expectedHead == head.known()) {
            return insert(documents);
        }
        if (expectedHead < head.known()) {
            return moved();
        }
        return head.read()
                .thenCompose(actual -> actual == expectedHead ? insert(documents) : moved());
    }

    private static CompletableFuture<AppendOutcome> moved() {
        return CompletableFuture.completedFuture(new AppendOutcome.HeadMoved());
    }

    private static List<CommitDocument> documents(List<Commit> batch) {
        List<CommitDocument> documents = batch.stream().map(CommitDocument::of).toList();
        long all = 0;
        for (CommitDocument document : documents) {
            long size = document.size();
            all += size;
            if (size > MAX_DOCUMENT) {
                throw new CommitLogException(
                        "nothing was written: the commit at position %d takes %d bytes, a document at most %d"
                                .formatted(document.position(), size, MAX_DOCUMENT));
            }
        }
        if (all > MAX_COMMAND || documents.size() > MAX_DOCUMENTS) {
            throw new CommitLogException(
                    "nothing was written: %d commits of %d bytes, a batch takes at most %d of %d"
                            .formatted(documents.size(), all, MAX_DOCUMENTS, MAX_COMMAND));
        }
        return documents;
    }

    private CompletableFuture<AppendOutcome> insert(List<CommitDocument> documents) {
        return replies.done(commits.insertMany(documents, ORDERED))
                .thenApply(done -> appended(documents))
                .exceptionallyCompose(failure -> failed(documents, Futures.root(failure)));
    }

    private AppendOutcome appended(List<CommitDocument> documents) {
        head.confirm(documents.getLast().end());
        return new AppendOutcome.Appended();
    }

    private CompletableFuture<AppendOutcome> failed(
            List<CommitDocument> documents, Throwable failure) {
        return switch (InsertVerdict.of(failure)) {
            case InsertVerdict.NothingWritten nothing ->
                    refused(MongoFailures.describe(nothing.cause()), nothing.cause());
            case InsertVerdict.Unknown unknown ->
                    CompletableFuture.completedFuture(new AppendOutcome.Unknown(unknown.cause()));
            case InsertVerdict.Cut cut -> {
                logger.warn("An append was cut short: {}", cut.cause().getMessage());
                yield moved();
            }
            case InsertVerdict.Taken taken -> ours(documents);
            case InsertVerdict.Doubled doubled -> doubled(documents, doubled);
        };
    }

    private static CompletableFuture<AppendOutcome> refused(String message, Throwable cause) {
        return CompletableFuture.failedFuture(new CommitLogException(message, cause));
    }

    /**
     * Somebody has the position. When it is this very batch, from an attempt whose answer was lost,
     * it stands.
     */
    private CompletableFuture<AppendOutcome> ours(List<CommitDocument> documents) {
        return standing(documents)
                .thenApply(
                        standing ->
                                stand(documents, standing)
                                        ? appended(documents)
                                        : new AppendOutcome.HeadMoved())
                .exceptionally(failure -> new AppendOutcome.HeadMoved());
    }

    private CompletableFuture<List<CommitDocument>> standing(List<CommitDocument> documents) {
        return reader.all(
                LogQuery.STANDING,
                LogReader.range(
                        CommitDocument.POSITION,
                        documents.getFirst().position(),
                        documents.getLast().position()));
    }

    private static boolean stand(List<CommitDocument> documents, List<CommitDocument> standing) {
        if (standing.size() != documents.size()) {
            return false;
        }
        for (int i = 0; i < documents.size(); i++) {
            CommitDocument ours = documents.get(i);
            CommitDocument theirs = standing.get(i);
            if (ours.position() != theirs.position()
                    || !ours.appendId().equals(theirs.appendId())) {
                return false;
            }
        }
        return true;
    }

    /**
     * A server may look at another index first, so the position may be taken none the less. If it
     * is free, something is wrong that no further attempt will mend.
     */
    private CompletableFuture<AppendOutcome> doubled(
            List<CommitDocument> documents, InsertVerdict.Doubled doubled) {
        CommitDocument refused = documents.get(doubled.standing());
        return standing(documents)
                .thenCompose(
                        standing -> {
                            boolean taken =
                                    standing.stream()
                                            .anyMatch(at -> at.position() == refused.position());
                            if (taken) {
                                return ours(documents);
                            }
                            logger.error(
                                    "ALARM: the log holds a second append {} or sequence {} of a tenant (index {})",
                                    refused.appendId(),
                                    refused.sequence(),
                                    doubled.index());
                            return doubled.standing() > 0
                                    ? moved()
                                    : refused(
                                            "the log holds this append or sequence already, at another position (index %s)"
                                                    .formatted(doubled.index()),
                                            doubled.cause());
                        });
    }
}
