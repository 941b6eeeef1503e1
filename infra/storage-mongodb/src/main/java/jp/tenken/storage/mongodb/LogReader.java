package jp.tenken.storage.mongodb;

import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Puts the questions of {@link LogQuery} to the server. Documents are only counted on the driver's
 * threads; they are read where the futures complete. Thread-safe.
 */
final class LogReader {

    /** Beside the one retry of the driver's own, which does not cover a page under way. */
    private static final int RETRIES = 2;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private final MongoCollection<CommitDocument> commits;
    private final Replies replies;

    LogReader(MongoCollection<CommitDocument> commits, Replies replies) {
        this.commits = commits;
        this.replies = replies;
    }

    /** The first document that answers, if there is one. */
    CompletableFuture<Optional<CommitDocument>> first(LogQuery query, BsonDocument filter) {
        return replies.first(
                Mono.defer(() -> Mono.from(find(query, filter).limit(1).batchSize(1).first()))
                        .retryWhen(anotherTry()));
    }

    /** All documents that answer; the filter must bound them. */
    CompletableFuture<List<CommitDocument>> all(LogQuery query, BsonDocument filter) {
        return replies.first(
                        Flux.defer(() -> find(query, filter)).collectList().retryWhen(anotherTry()))
                .thenApply(Optional::orElseThrow);
    }

    /** What answers, up to about as many events as asked for. */
    CompletableFuture<PageCollector> page(LogQuery query, BsonDocument filter, int maxEvents) {
        // A commit has an event at least, so this many documents fill any page.
        Mono<PageCollector> page =
                Mono.defer(
                        () -> {
                            PageCollector collector = new PageCollector(maxEvents);
                            return Flux.from(
                                            find(query, filter)
                                                    .limit(maxEvents)
                                                    .batchSize(maxEvents))
                                    .takeUntil(collector::add)
                                    .then(Mono.just(collector));
                        });
        return replies.first(page.retryWhen(anotherTry())).thenApply(Optional::orElseThrow);
    }

    private FindPublisher<CommitDocument> find(LogQuery query, BsonDocument filter) {
        FindPublisher<CommitDocument> find =
                commits.find(filter).projection(query.fields()).sort(query.order());
        // Several clauses go along one index each; the server merges them only without a hint.
        return query == LogQuery.EITHER ? find : find.hint(query.index().keys());
    }

    private static Retry anotherTry() {
        return Retry.backoff(RETRIES, FIRST_PAUSE)
                .filter(MongoFailures::isPassing)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }

    static BsonDocument equal(String field, String value) {
        return new BsonDocument(field, new BsonString(value));
    }

    static BsonDocument range(String field, String operator, long value) {
        return new BsonDocument(field, new BsonDocument(operator, new BsonInt64(value)));
    }

    static BsonDocument range(String field, long from, long upTo) {
        return new BsonDocument(
                field,
                new BsonDocument("$gte", new BsonInt64(from)).append("$lte", new BsonInt64(upTo)));
    }
}
