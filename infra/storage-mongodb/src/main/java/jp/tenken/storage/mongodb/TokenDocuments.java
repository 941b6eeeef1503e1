package jp.tenken.storage.mongodb;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.tenken.storage.mongodb.TokenSegments.Held;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.bson.BsonDocument;

/**
 * The documents of processors as a collection: found by their names, changed on conditions.
 * Thread-safe.
 */
final class TokenDocuments {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<BsonDocument> processors;
    private final Replies replies;

    TokenDocuments(MongoCollection<BsonDocument> processors, Replies replies) {
        this.processors = processors;
        this.replies = replies;
    }

    /** A processor's segments, by number; none when nobody has made any. */
    CompletableFuture<List<Held>> all(String processor) {
        return find(processor).thenApply(found -> found.map(TokenSegments::all).orElse(List.of()));
    }

    /** One of them, if it is there. */
    CompletableFuture<Optional<Held>> held(String processor, int segment) {
        return find(processor)
                .thenApply(found -> found.flatMap(each -> TokenSegments.find(each, segment)));
    }

    private CompletableFuture<Optional<BsonDocument>> find(String processor) {
        return replies.first(processors.find(TokenFilters.processor(processor)));
    }

    /** Changes what the filter finds; whether it found anything. */
    CompletableFuture<Boolean> matched(BsonDocument filter, BsonDocument update) {
        return replies.first(processors.updateOne(filter, update))
                .thenApply(done -> done.map(UpdateResult::getMatchedCount).orElse(0L) == 1);
    }

    /** Changes what the filter finds, and makes it where there is none. */
    CompletableFuture<Void> upsert(BsonDocument filter, BsonDocument update) {
        return replies.done(processors.updateOne(filter, update, UPSERT));
    }

    /** Fails unless the segment was matched, which it is for its owner. */
    static CompletableFuture<Void> required(
            CompletableFuture<Boolean> matched, String processorName, int segmentId) {
        return matched.thenAccept(
                mine -> {
                    if (!mine) {
                        throw unclaimable(processorName, segmentId);
                    }
                });
    }

    static UnableToClaimTokenException unclaimable(String processorName, int segmentId) {
        return new UnableToClaimTokenException(
                "segment %d of %s is claimed by another or not there"
                        .formatted(segmentId, processorName));
    }
}
