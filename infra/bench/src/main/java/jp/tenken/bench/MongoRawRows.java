package jp.tenken.bench;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import jp.tenken.projections.ViewName;
import org.bson.BsonDocument;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** A view's live rows by the driver: one find in one batch, whole documents as bytes. */
final class MongoRawRows implements RawRows {

    private static final String TENANT = "t";
    private static final String SORT = "o";
    private static final BsonDocument ORDER = MongoCalls.ascending(SORT, MongoCalls.ID);

    private final MongoDatabase database;
    private final String live;
    private final MongoCollection<RawBsonDocument> rows;

    MongoRawRows(MongoDatabase database, ViewName view) {
        this.database = database;
        this.live = liveRows(database, view);
        this.rows = MongoCalls.raw(database, live);
    }

    /** The collection in which a view's live rows are now. */
    static String liveRows(MongoDatabase database, ViewName view) {
        return MongoCalls.all(
                        MongoCalls.raw(database, "views")
                                .find(
                                        new BsonDocument(
                                                MongoCalls.ID, new BsonString(view.toString()))))
                .getFirst()
                .getString("rows")
                .getValue();
    }

    @Override
    public List<String> calls() {
        List<String> calls = new ArrayList<>(MongoCalls.layout(database, live));
        calls.add(
                "read: %s.find({t, a.<attribute>, o: {$gte}}).sort(%s).limit(rows).batchSize(rows)"
                        .formatted(live, ORDER.toJson()));
        return calls;
    }

    @Override
    public Question question(String key, @Nullable String attribute, String value, int limit) {
        BsonDocument ofTenant = new BsonDocument(TENANT, tenant(key));
        if (attribute != null) {
            ofTenant.append("a." + attribute, new BsonString(value));
        }
        return sort -> {
            BsonDocument filter =
                    ofTenant.clone().append(SORT, new BsonDocument("$gte", new BsonString(sort)));
            return MongoCalls.read(rows.find(filter).sort(ORDER).limit(limit).batchSize(limit))
                    .documents();
        };
    }

    /** Keys of the benchmarks are plain letters and digits, with which an {@code _id} ends. */
    private BsonString tenant(String key) {
        return MongoCalls.all(
                        rows.find(
                                        new BsonDocument(
                                                MongoCalls.ID,
                                                new BsonRegularExpression(key + "$")))
                                .limit(1))
                .getFirst()
                .getString(TENANT);
    }

    /** The connections are the engine's to close. */
    @Override
    public void close() {}
}
