package jp.tenken.storage.mongodb;

import com.mongodb.client.model.changestream.FullDocument;
import com.mongodb.reactivestreams.client.ChangeStreamPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/**
 * Tells those who wait at the end of the log that somebody wrote, as far as the server tells us. A
 * wake-up and nothing more: what was written is read from the log, in its order, and who hears
 * nothing looks from time to time. Thread-safe.
 */
final class LogGrowth {

    private static final List<BsonDocument> INSERTS =
            List.of(
                    BsonDocument.parse("{$match: {operationType: 'insert'}}"),
                    BsonDocument.parse("{$project: {_id: 1}}"));
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Logger logger = LoggerFactory.getLogger(LogGrowth.class);

    private final MongoCollection<CommitDocument> commits;
    private final boolean watched;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private @Nullable Disposable watching;

    LogGrowth(MongoCollection<CommitDocument> commits, boolean watched) {
        this.commits = commits;
        this.watched = watched;
    }

    private record Subscription(Runnable hint, Object identity) {}

    /** Runs the hint until what is returned is closed. */
    AutoCloseable subscribe(Runnable hint) {
        Subscription subscription = new Subscription(hint, new Object());
        subscriptions.add(subscription);
        watch();
        return () -> subscriptions.remove(subscription);
    }

    private synchronized void watch() {
        if (watched && watching == null) {
            watching =
                    Flux.defer(this::changes)
                            .doOnError(
                                    failure ->
                                            logger.info(
                                                    "No word of what others write: {}; looking from time to time",
                                                    failure.getMessage()))
                            .retryWhen(
                                    Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                                            .maxBackoff(LONGEST_PAUSE)
                                            .transientErrors(true))
                            .repeatWhen(ends -> ends.delayElements(FIRST_PAUSE))
                            .onBackpressureLatest()
                            .subscribe(change -> tell());
        }
    }

    private Flux<BsonDocument> changes() {
        ChangeStreamPublisher<BsonDocument> stream =
                commits.watch(INSERTS, BsonDocument.class).fullDocument(FullDocument.DEFAULT);
        return Flux.from(stream.withDocumentClass(BsonDocument.class));
    }

    private void tell() {
        for (Subscription subscription : subscriptions) {
            try {
                subscription.hint().run();
            } catch (RuntimeException failure) {
                logger.warn("A hint was not taken well", failure);
            }
        }
    }

    synchronized void close() {
        subscriptions.clear();
        if (watching != null) {
            watching.dispose();
            watching = null;
        }
    }
}
