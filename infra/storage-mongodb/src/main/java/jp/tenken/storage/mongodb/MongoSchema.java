package jp.tenken.storage.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import jp.tenken.eventstore.Futures;

/**
 * Makes collections and indexes as they are declared. What is there already stays as it is, so any
 * number of processes may do it at once and again. Thread-safe.
 */
final class MongoSchema {

    private static final int NAMESPACE_EXISTS = 48;

    private final MongoDatabase database;
    private final Replies replies;

    MongoSchema(MongoDatabase database, Replies replies) {
        this.database = database;
        this.replies = replies;
    }

    /** Makes what is missing of several collections. */
    CompletableFuture<Void> create(List<CollectionSpec> collections) {
        return CompletableFuture.allOf(
                collections.stream().map(this::create).toArray(CompletableFuture[]::new));
    }

    /** Makes what is missing of a collection. */
    CompletableFuture<Void> create(CollectionSpec collection) {
        return replies.done(database.createCollection(collection.name()))
                .exceptionally(MongoSchema::unlessItExists)
                .thenCompose(made -> index(collection));
    }

    private static Void unlessItExists(Throwable failure) {
        if (Futures.root(failure) instanceof MongoCommandException refused
                && refused.getErrorCode() == NAMESPACE_EXISTS) {
            return null;
        }
        throw new CompletionException(Futures.root(failure));
    }

    private CompletableFuture<Void> index(CollectionSpec collection) {
        if (collection.indexes().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return replies.done(
                database.getCollection(collection.name())
                        .createIndexes(
                                collection.indexes().stream().map(MongoSchema::model).toList()));
    }

    private static IndexModel model(IndexSpec index) {
        return new IndexModel(
                index.keys(), new IndexOptions().name(index.name()).unique(index.unique()));
    }
}
