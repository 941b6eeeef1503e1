package jp.tenken.storage.mongodb;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** What the storage of tokens is called: the first name that anybody gave it. Thread-safe. */
final class TokenStorageName {

    private static final BsonDocument ONLY =
            new BsonDocument(TokenSegments.ID, new BsonString("storage"));
    private static final String NAME = "name";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<BsonDocument> names;
    private final Replies replies;

    TokenStorageName(MongoCollection<BsonDocument> names, Replies replies) {
        this.names = names;
        this.replies = replies;
    }

    /** Gives it this name unless it has one; the one that it has. */
    CompletableFuture<String> keep(UUID name) {
        BsonDocument named = new BsonDocument(NAME, new BsonString(name.toString()));
        CompletableFuture<Void> made =
                replies.done(
                        names.updateOne(ONLY, new BsonDocument("$setOnInsert", named), UPSERT));
        return MongoFailures.onDuplicate(made, there -> CompletableFuture.completedFuture(null))
                .thenCompose(there -> replies.first(names.find(ONLY)))
                .thenApply(found -> found.orElseThrow().getString(NAME).getValue());
    }
}
