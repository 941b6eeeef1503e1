package jp.tenken.storage.mongodb;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import jp.tenken.eventstore.Futures;
import jp.tenken.storage.mongodb.MongoStorageException.Kind;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * The one document of the collection {@code tenken}: which version of the database's form this is,
 * and which log lives in it. Of several processes that meet an empty database one writes it and the
 * others read what it wrote.
 *
 * <pre>
 * { _id: "format", version: 1, epoch: UUID }
 * </pre>
 */
final class DatabaseFormat {

    /** The only form that there is. */
    static final int VERSION = 1;

    static final CollectionSpec COLLECTION = CollectionSpec.of("tenken");

    private static final BsonDocument NAME = new BsonDocument("_id", new BsonString("format"));
    private static final int DUPLICATE = 11000;

    private final MongoSettings settings;
    private final MongoCollection<BsonDocument> documents;
    private final Replies replies;
    private final Supplier<UUID> epochs;

    /**
     * @param epochs names for a new log
     */
    DatabaseFormat(
            MongoSettings settings,
            MongoDatabase database,
            Replies replies,
            Supplier<UUID> epochs) {
        this.settings = settings;
        this.documents = database.getCollection(COLLECTION.name(), BsonDocument.class);
        this.replies = replies;
        this.epochs = epochs;
    }

    /**
     * The epoch of the log in the database, which gets one when it is new.
     *
     * @return fails with {@link MongoStorageException} when another version wrote the database, or
     *     something else did
     */
    CompletableFuture<UUID> epoch() {
        return read().thenCompose(
                        found ->
                                found.map(CompletableFuture::completedFuture)
                                        .orElseGet(this::write));
    }

    /**
     * Gives the log that is in the database another epoch.
     *
     * @return fails as {@link #epoch}, and where there is no log
     */
    CompletableFuture<Void> renew(UUID epoch) {
        return read().thenCompose(
                        found ->
                                found.isPresent()
                                        ? replies.done(
                                                documents.updateOne(
                                                        NAME,
                                                        Updates.set(
                                                                "epoch", new BsonBinary(epoch))))
                                        : CompletableFuture.failedFuture(empty()));
    }

    private MongoStorageException empty() {
        return new MongoStorageException(
                Kind.DAMAGED,
                settings,
                "holds no log; restore a backup, or name the database that was restored",
                null);
    }

    private CompletableFuture<Optional<UUID>> read() {
        return replies.first(documents.find(NAME).first())
                .thenApply(found -> found.map(this::epoch));
    }

    private UUID epoch(BsonDocument format) {
        if (!format.isInt32("version")) {
            throw damaged();
        }
        int written = format.getInt32("version").getValue();
        if (written > VERSION) {
            throw new MongoStorageException(
                    Kind.NEWER_FORMAT,
                    settings,
                    "was written by a newer version of this program (format %d, this one knows %d); start that version"
                            .formatted(written, VERSION),
                    null);
        }
        if (!format.isBinary("epoch")) {
            throw damaged();
        }
        return format.getBinary("epoch").asUuid();
    }

    private MongoStorageException damaged() {
        return new MongoStorageException(
                Kind.DAMAGED,
                settings,
                "has a document 'format' in 'tenken' that this program did not write; restore a backup or name another database",
                null);
    }

    private CompletableFuture<UUID> write() {
        UUID epoch = epochs.get();
        BsonDocument format =
                NAME.clone()
                        .append("version", new BsonInt32(VERSION))
                        .append("epoch", new BsonBinary(epoch));
        return replies.done(documents.insertOne(format))
                .thenApply(written -> epoch)
                .exceptionallyCompose(
                        failure ->
                                isDuplicate(Futures.root(failure))
                                        ? read().thenApply(Optional::orElseThrow)
                                        : CompletableFuture.failedFuture(
                                                new CompletionException(Futures.root(failure))));
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException refused
                && refused.getError().getCode() == DUPLICATE;
    }
}
