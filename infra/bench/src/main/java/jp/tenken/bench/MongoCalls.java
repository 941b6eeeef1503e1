package jp.tenken.bench;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the raw side asks of the driver, waited for; documents stay the bytes that they are. */
final class MongoCalls {

    static final String ID = "_id";

    private static final int CHUNK = 1_000;

    /** What a read came to. */
    static final class Read {

        private int documents;
        private long bytes;

        private Read add(RawBsonDocument document) {
            documents++;
            bytes += document.getByteBuffer().remaining();
            return this;
        }

        /** Documents read, each of which had bytes. */
        int documents() {
            if (documents > 0 && bytes / documents < 2 * Integer.BYTES) {
                throw new IllegalStateException("documents without content");
            }
            return documents;
        }
    }

    private MongoCalls() {}

    /** A collection whose documents are left as they come. */
    static MongoCollection<RawBsonDocument> raw(MongoDatabase database, String name) {
        return database.getCollection(name, RawBsonDocument.class);
    }

    /** All that is published. */
    static <T> List<T> all(Publisher<T> published) {
        return await(Flux.from(published).collectList());
    }

    /** The end of what is published. */
    static void done(Publisher<?> published) {
        var unused = await(Flux.from(published).then().thenReturn(true));
    }

    /** Counts what is published, and forgets it. */
    static Read read(Publisher<RawBsonDocument> published) {
        return await(Flux.from(published).reduce(new Read(), Read::add));
    }

    private static <T> T await(Mono<T> answer) {
        return OpenStore.await(answer.toFuture().thenApply(Objects::requireNonNull));
    }

    /** Names of a database's collections, in order. */
    static List<String> collections(MongoDatabase database) {
        return all(database.listCollectionNames()).stream().sorted().toList();
    }

    /** The indexes of a collection beside the one on {@code _id}, as they are declared. */
    static List<BsonDocument> indexes(MongoDatabase database, String collection) {
        return all(database.getCollection(collection).listIndexes(BsonDocument.class)).stream()
                .filter(index -> !index.getString("name").getValue().equals("_id_"))
                .map(MongoCalls::declared)
                .toList();
    }

    private static BsonDocument declared(BsonDocument index) {
        BsonDocument declared = new BsonDocument("key", index.get("key"));
        declared.append("name", index.get("name"));
        BsonValue unique = index.get("unique");
        return unique == null ? declared : declared.append("unique", unique);
    }

    /** Makes a collection with indexes. */
    static void create(MongoDatabase database, String collection, List<BsonDocument> indexes) {
        done(database.createCollection(collection));
        if (!indexes.isEmpty()) {
            done(
                    database.runCommand(
                            new BsonDocument("createIndexes", new BsonString(collection))
                                    .append("indexes", new BsonArray(indexes))));
        }
    }

    /** How a collection is laid out, for the report. */
    static List<String> layout(MongoDatabase database, String collection) {
        return indexes(database, collection).stream()
                .map(index -> "layout: %s.createIndex(%s)".formatted(collection, index.toJson()))
                .toList();
    }

    /** Copies all of a database into one that is empty. */
    static void copy(MongoDatabase from, MongoDatabase to) {
        for (String name : collections(from)) {
            create(to, name, indexes(from, name));
            MongoCollection<RawBsonDocument> target = raw(to, name);
            BsonDocument behind = new BsonDocument();
            List<RawBsonDocument> chunk;
            do {
                chunk =
                        all(
                                raw(from, name)
                                        .find(behind)
                                        .sort(ascending(ID))
                                        .limit(CHUNK)
                                        .batchSize(CHUNK));
                if (!chunk.isEmpty()) {
                    done(target.insertMany(chunk));
                    behind = new BsonDocument(ID, new BsonDocument("$gt", chunk.getLast().get(ID)));
                }
            } while (chunk.size() == CHUNK);
        }
    }

    /** An order, or the fields that are wanted. */
    static BsonDocument ascending(String... fields) {
        BsonDocument order = new BsonDocument();
        for (String field : fields) {
            order.append(field, new BsonInt32(1));
        }
        return order;
    }
}
