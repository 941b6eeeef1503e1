package jp.tenken.bench;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import jp.tenken.projections.ViewName;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * A view's rows by the driver, in bulk writes of the batches in which the engine wrote them: the
 * versions that ended, the live rows in the place of earlier ones, and the view's position, each
 * acknowledged before the next. The documents are encoded beforehand.
 *
 * <p>Every version says to which position the batch led with which it came, so the batches can be
 * told from the rows as they stand in the end.
 */
final class MongoRawView implements RawView {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final String LIVE = "rows";
    private static final String PAST = "rows_past";
    private static final String VIEWS = "views";
    private static final BsonDocument VIEW = new BsonDocument(MongoCalls.ID, new BsonString("raw"));

    /** What a batch wrote. */
    private record Batch(
            List<WriteModel<RawBsonDocument>> past, List<WriteModel<RawBsonDocument>> live) {
        Batch() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private final List<String> calls = new ArrayList<>();
    private final List<BsonDocument> liveIndexes;
    private final List<BsonDocument> pastIndexes;
    private final List<Batch> written;
    private final int size;
    private final Function<Path, MongoDatabase> databases;

    /**
     * The rows of a view of a database.
     *
     * @param databases where rows can be written again
     */
    MongoRawView(MongoDatabase database, ViewName view, Function<Path, MongoDatabase> databases) {
        this.databases = databases;
        String live = MongoRawRows.liveRows(database, view);
        liveIndexes = MongoCalls.indexes(database, live);
        pastIndexes = MongoCalls.indexes(database, live + "_past");
        calls.addAll(MongoCalls.layout(database, live));
        calls.addAll(MongoCalls.layout(database, live + "_past"));
        calls.add("write: past.bulkWrite([insertOne of versions that ended]), unordered;");
        calls.add("  live.bulkWrite([insertOne, replaceOne({_id, s, p})]), unordered;");
        calls.add("  views.updateOne({_id, position}, {$set: {position}})");
        Map<String, TreeMap<Long, BsonDocument>> versions = new HashMap<>();
        for (String collection : List.of(live, live + "_past")) {
            for (BsonDocument row :
                    MongoCalls.all(database.getCollection(collection, BsonDocument.class).find())) {
                String key = collection.equals(live) ? id(row) : liveId(id(row));
                versions.computeIfAbsent(key, fresh -> new TreeMap<>()).put(number(row, "s"), row);
            }
        }
        size = versions.values().stream().mapToInt(Map::size).sum();
        written = batches(versions);
    }

    private static List<Batch> batches(Map<String, TreeMap<Long, BsonDocument>> versions) {
        TreeMap<Long, Batch> batches = new TreeMap<>();
        versions.forEach(
                (key, bySince) -> {
                    BsonDocument stands = null;
                    for (Map.Entry<Long, BsonDocument> each : bySince.entrySet()) {
                        BsonDocument row = each.getValue();
                        Map.Entry<Long, BsonDocument> next = bySince.higherEntry(each.getKey());
                        Batch batch =
                                batches.computeIfAbsent(number(row, "p"), fresh -> new Batch());
                        boolean outlives =
                                next == null || number(next.getValue(), "p") > number(row, "p");
                        if (outlives) {
                            batch.live().add(live(key, row, stands));
                            stands = row;
                        }
                        if (next != null) {
                            batches.computeIfAbsent(
                                            number(next.getValue(), "p"), fresh -> new Batch())
                                    .past()
                                    .add(new InsertOneModel<>(encoded(row)));
                        }
                    }
                });
        return List.copyOf(batches.values());
    }

    private static WriteModel<RawBsonDocument> live(
            String key, BsonDocument row, @Nullable BsonDocument before) {
        BsonDocument live = row.clone();
        live.remove("u");
        live.remove("k");
        live.put(MongoCalls.ID, new BsonString(key));
        if (before == null) {
            return new InsertOneModel<>(encoded(live));
        }
        BsonDocument same =
                new BsonDocument(MongoCalls.ID, new BsonString(key))
                        .append("s", before.get("s"))
                        .append("p", before.get("p"));
        return new ReplaceOneModel<>(same, encoded(live));
    }

    private static RawBsonDocument encoded(BsonDocument document) {
        return new RawBsonDocument(document, CODEC);
    }

    private static String id(BsonDocument row) {
        return row.getString(MongoCalls.ID).getValue();
    }

    private static long number(BsonDocument row, String field) {
        return row.getInt64(field).getValue();
    }

    /**
     * The {@code _id} of the live row of the key that an {@code _id} of the past has: tenant and
     * key with their lengths in front, and the beginning.
     */
    static String liveId(String past) {
        int tenantEnds = end(past, 0);
        int keyEnds = end(past, tenantEnds);
        return past.substring(0, tenantEnds)
                + past.substring(past.indexOf(':', tenantEnds) + 1, keyEnds);
    }

    private static int end(String measured, int begin) {
        int colon = measured.indexOf(':', begin);
        return colon + 1 + Integer.parseInt(measured, begin, colon, 10);
    }

    @Override
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long write(Path folder, List<Integer> batches) {
        long full = batches.stream().filter(rows -> rows > 0).count();
        if (full != written.size()) {
            throw new IllegalStateException(
                    "rows of %d batches, not of %d".formatted(written.size(), full));
        }
        MongoDatabase database = databases.apply(folder);
        MongoCalls.create(database, LIVE, liveIndexes);
        MongoCalls.create(database, PAST, pastIndexes);
        MongoCalls.create(database, VIEWS, List.of());
        MongoCollection<BsonDocument> views = database.getCollection(VIEWS, BsonDocument.class);
        MongoCalls.done(views.insertOne(at(0)));
        MongoCollection<RawBsonDocument> live = MongoCalls.raw(database, LIVE);
        MongoCollection<RawBsonDocument> past = MongoCalls.raw(database, PAST);
        long begun = System.nanoTime();
        int next = 0;
        for (int i = 0; i < batches.size(); i++) {
            if (batches.get(i) > 0) {
                Batch batch = written.get(next++);
                write(past, batch.past());
                write(live, batch.live());
            }
            MongoCalls.done(
                    views.updateOne(
                            at(i),
                            new BsonDocument(
                                    "$set",
                                    new BsonDocument("position", new BsonInt64(i + 1L))
                                            .append("epoch", new BsonBinary(new byte[16])))));
        }
        return System.nanoTime() - begun;
    }

    private static void write(
            MongoCollection<RawBsonDocument> rows, List<WriteModel<RawBsonDocument>> models) {
        if (!models.isEmpty()) {
            MongoCalls.done(rows.bulkWrite(models, UNORDERED));
        }
    }

    private static BsonDocument at(long position) {
        return VIEW.clone().append("position", new BsonInt64(position));
    }
}
