package jp.tenken.storage.mongodb;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewProgress;
import jp.tenken.projections.ViewSchema;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which views there are, one document each: where its rows are and how far it has read. Whatever
 * must happen in one step is one write of such a document. Thread-safe.
 */
final class ViewRegistry {

    /** Found by {@code _id} alone; read whole where all of it is wanted, which is some dozen. */
    static final CollectionSpec COLLECTION = CollectionSpec.of("views");

    private static final String ID = "_id";
    private static final String ROWS = "rows";
    private static final String ATTRIBUTES = "attributes";
    private static final String POSITION = "position";
    private static final String EPOCH = "epoch";
    private static final String SET = "$set";

    private final MongoCollection<BsonDocument> views;
    private final Replies replies;

    /** What is registered of a view. */
    record Entry(ViewLayout layout, ViewProgress progress) {}

    ViewRegistry(MongoDatabase database, Replies replies) {
        this.views = database.getCollection(COLLECTION.name(), BsonDocument.class);
        this.replies = replies;
    }

    /** Registers a view with new collections unless it is registered; what then holds. */
    CompletableFuture<Entry> register(ViewSchema schema) {
        BsonDocument fresh =
                new BsonDocument(
                                ROWS,
                                new BsonString(schema.name() + "_" + new ObjectId().toHexString()))
                        .append(
                                ATTRIBUTES,
                                new BsonArray(
                                        schema.attributes().stream().map(BsonString::new).toList()))
                        .append(POSITION, new BsonInt64(0))
                        .append(EPOCH, BsonNull.VALUE);
        CompletableFuture<Optional<BsonDocument>> registered =
                replies.first(
                        views.findOneAndUpdate(
                                id(schema.name()),
                                new BsonDocument("$setOnInsert", fresh),
                                new FindOneAndUpdateOptions()
                                        .upsert(true)
                                        .returnDocument(ReturnDocument.AFTER)));
        // Two who register at once: some servers let the second know, some let it try again.
        return MongoFailures.onDuplicate(
                        registered, other -> replies.first(views.find(id(schema.name()))))
                .thenApply(found -> entry(found.orElseThrow()));
    }

    CompletableFuture<Optional<Entry>> find(ViewName view) {
        return replies.first(views.find(id(view))).thenApply(found -> found.map(this::entry));
    }

    /**
     * Moves a view's progress, if it is where it should be and has not been replaced.
     *
     * @return whether it was
     */
    CompletableFuture<Boolean> advance(
            ViewName view, ViewLayout layout, long from, ViewProgress to) {
        BsonDocument expected =
                id(view).append(ROWS, new BsonString(layout.live()))
                        .append(POSITION, new BsonInt64(from));
        BsonDocument reached =
                new BsonDocument(POSITION, new BsonInt64(to.position()))
                        .append(EPOCH, epoch(to.epoch()));
        // Matched, not modified: a batch may move the progress from where it is to where it is.
        return replies.first(views.updateOne(expected, new BsonDocument(SET, reached)))
                .thenApply(done -> done.map(UpdateResult::getMatchedCount).orElse(0L) == 1);
    }

    /**
     * Gives a view the rows and the progress of another one, in one step.
     *
     * @return where its rows were before, if it was registered
     */
    CompletableFuture<Optional<ViewLayout>> replace(ViewName view, Entry by) {
        BsonDocument set =
                new BsonDocument(ROWS, new BsonString(by.layout().live()))
                        .append(
                                ATTRIBUTES,
                                new BsonArray(
                                        by.layout().attributes().stream()
                                                .map(BsonString::new)
                                                .toList()))
                        .append(POSITION, new BsonInt64(by.progress().position()))
                        .append(EPOCH, epoch(by.progress().epoch()));
        return replies.first(
                        views.findOneAndUpdate(
                                id(view),
                                new BsonDocument(SET, set),
                                new FindOneAndUpdateOptions()
                                        .upsert(true)
                                        .returnDocument(ReturnDocument.BEFORE)))
                .thenApply(
                        before ->
                                before.filter(found -> found.containsKey(ROWS))
                                        .map(found -> entry(found).layout()));
    }

    /**
     * Forgets a view.
     *
     * @return where its rows are, if it was registered
     */
    CompletableFuture<Optional<ViewLayout>> remove(ViewName view) {
        return replies.first(views.findOneAndDelete(id(view)))
                .thenApply(found -> found.map(document -> entry(document).layout()));
    }

    /** Names of the collections of live rows that are in use. */
    CompletableFuture<List<String>> inUse() {
        return replies.all(views.find())
                .thenApply(
                        all ->
                                all.stream()
                                        .map(found -> found.getString(ROWS).getValue())
                                        .toList());
    }

    private Entry entry(BsonDocument found) {
        BsonValue epoch = found.get(EPOCH, BsonNull.VALUE);
        return new Entry(
                new ViewLayout(
                        found.getString(ROWS).getValue(),
                        found.getArray(ATTRIBUTES).stream()
                                .map(name -> name.asString().getValue())
                                .toList()),
                new ViewProgress(
                        found.getInt64(POSITION).getValue(),
                        epoch.isNull() ? null : epoch.asBinary().asUuid()));
    }

    private static BsonDocument id(ViewName view) {
        return new BsonDocument(ID, new BsonString(view.toString()));
    }

    private static BsonValue epoch(@Nullable UUID epoch) {
        return epoch == null ? BsonNull.VALUE : new BsonBinary(epoch);
    }
}
