package jp.tenken.bench;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/**
 * The collection of commits by the driver: one ordered insert per write, documents as bytes, the
 * concerns that the engine has. A question names the index and the fields that the engine's names.
 */
final class MongoRawLog implements RawLog {

    private static final String COMMITS = "commits";
    private static final BsonDocument BY_POSITION = MongoCalls.ascending(MongoCalls.ID);
    private static final BsonDocument BY_KEY = MongoCalls.ascending("t", "k", MongoCalls.ID);
    private static final BsonDocument FIELDS = MongoCalls.ascending(MongoCalls.ID, "e", "c");

    /** As many as the engine asks for at a time. */
    private static final int PAGE = 1_000;

    private record Stored(List<RawBsonDocument> rows) implements Documents {
        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public long bytes() {
            return rows.stream().mapToLong(row -> row.getByteBuffer().remaining()).sum();
        }
    }

    private final MongoDatabase database;
    private final MongoCollection<RawBsonDocument> commits;

    MongoRawLog(MongoDatabase database) {
        this.database = database;
        this.commits = MongoCalls.raw(database, COMMITS);
    }

    @Override
    public List<String> calls() {
        List<String> calls = new ArrayList<>();
        calls.add(
                "all: write concern %s, read concern %s"
                        .formatted(
                                commits.getWriteConcern().asDocument().toJson(),
                                commits.getReadConcern().asDocument().toJson()));
        calls.addAll(MongoCalls.layout(database, COMMITS));
        calls.add("write: commits.insertMany([documents of the write]), ordered");
        calls.add(
                "read by index: commits.find({t, k}).projection(%s).sort(%s).hint(%s)"
                        .formatted(FIELDS.toJson(), BY_POSITION.toJson(), BY_KEY.toJson()));
        calls.add(
                "scan: commits.find().projection(%s).sort(%s).batchSize(%d)"
                        .formatted(FIELDS.toJson(), BY_POSITION.toJson(), PAGE));
        return calls;
    }

    @Override
    public Documents documents(long after, long upTo) {
        BsonDocument range =
                new BsonDocument("$gt", new BsonInt64(after)).append("$lte", new BsonInt64(upTo));
        return new Stored(
                MongoCalls.all(
                        commits.find(new BsonDocument(MongoCalls.ID, range))
                                .sort(BY_POSITION)
                                .batchSize(PAGE)));
    }

    @Override
    public long[] insert(Documents documents, List<Integer> batches) {
        List<RawBsonDocument> rows = ((Stored) documents).rows();
        long[] nanos = new long[batches.size()];
        int from = 0;
        for (int i = 0; i < nanos.length; i++) {
            int to = from + batches.get(i);
            List<RawBsonDocument> batch = rows.subList(from, to);
            long begun = System.nanoTime();
            MongoCalls.done(commits.insertMany(batch));
            nanos[i] = System.nanoTime() - begun;
            from = to;
        }
        return nanos;
    }

    @Override
    public List<IndexedRead> indexedReads(List<List<Long>> groups) {
        List<IndexedRead> reads = new ArrayList<>();
        for (List<Long> group : groups) {
            BsonDocument filter = inCommon(group);
            reads.add(
                    () ->
                            MongoCalls.read(
                                            commits.find(filter)
                                                    .projection(FIELDS)
                                                    .sort(BY_POSITION)
                                                    .hint(BY_KEY)
                                                    .batchSize(PAGE))
                                    .documents());
        }
        return reads;
    }

    /** The tenant and the one tag that these commits have in common. */
    private BsonDocument inCommon(List<Long> positions) {
        BsonArray ids = new BsonArray(positions.stream().map(BsonInt64::new).toList());
        List<RawBsonDocument> found =
                MongoCalls.all(
                        commits.find(new BsonDocument(MongoCalls.ID, new BsonDocument("$in", ids)))
                                .projection(MongoCalls.ascending("t", "k")));
        Set<BsonValue> common = new LinkedHashSet<>(found.getFirst().getArray("k"));
        found.forEach(commit -> common.retainAll(Set.copyOf(commit.getArray("k"))));
        // Beside tags there are types, which begin with a colon, and the key of every commit.
        common.removeIf(
                key ->
                        key.asString().getValue().isEmpty()
                                || key.asString().getValue().startsWith(":"));
        if (found.size() != positions.size() || common.size() != 1) {
            throw new IllegalStateException("not one index entry in common: " + common);
        }
        return new BsonDocument("t", found.getFirst().get("t"))
                .append("k", common.iterator().next());
    }

    @Override
    public long scan() {
        return MongoCalls.read(commits.find().projection(FIELDS).sort(BY_POSITION).batchSize(PAGE))
                .documents();
    }

    /** The connections are the engine's to close. */
    @Override
    public void close() {}
}
