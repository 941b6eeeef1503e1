package jp.tenken.storage.mongodb;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.RowPage;
import jp.tenken.projections.RowQuery;
import org.bson.BsonDocument;

/**
 * Reads the rows of views. For an earlier sequence it looks at the live rows first and at the past
 * after that: a version that is replaced in between is in the past before it leaves the live rows,
 * so it is seen once or twice, never not at all. Thread-safe, stateless.
 */
final class ViewReader {

    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::sort).thenComparing(row -> row.key().key());

    private final MongoDatabase database;
    private final ViewWriter writer;
    private final Replies replies;

    ViewReader(MongoDatabase database, ViewWriter writer, Replies replies) {
        this.database = database;
        this.writer = writer;
        this.replies = replies;
    }

    /**
     * The rows that stood when the view had read up to a position. What an unfinished batch has
     * left behind it lies beyond that position, and the version before it is in the past.
     */
    CompletableFuture<Map<RowKey, Row>> asOfPosition(
            ViewLayout layout, Set<RowKey> keys, long position) {
        return writer.stored(layout, keys)
                .thenCompose(
                        stored -> {
                            Map<RowKey, Row> live = HashMap.newHashMap(stored.size());
                            List<RowKey> unfinished = new ArrayList<>();
                            stored.forEach(
                                    (key, row) -> {
                                        if (row.at() > position) {
                                            unfinished.add(key);
                                        } else if (!row.removal()) {
                                            live.put(key, row.row());
                                        }
                                    });
                            return before(layout, unfinished, position, live);
                        });
    }

    private CompletableFuture<Map<RowKey, Row>> before(
            ViewLayout layout, List<RowKey> keys, long position, Map<RowKey, Row> live) {
        CompletableFuture<Map<RowKey, Row>> found = CompletableFuture.completedFuture(live);
        for (RowKey key : keys) {
            // One after the other: this happens once, after a writer has died.
            found =
                    found.thenCompose(
                            sofar ->
                                    last(layout, ViewQueries.reached(key, position))
                                            .thenApply(
                                                    last -> {
                                                        last.filter(row -> !row.removal())
                                                                .ifPresent(
                                                                        row ->
                                                                                sofar.put(
                                                                                        key,
                                                                                        row.row()
                                                                                                .endedAt(
                                                                                                        Row
                                                                                                                .OPEN)));
                                                        return sofar;
                                                    }));
        }
        return found;
    }

    CompletableFuture<Optional<Row>> find(ViewLayout layout, RowKey key, long sequence) {
        return replies.first(
                        layout.live(database).find(Filters.eq(StoredRows.ID, RowIds.live(key))))
                .thenCompose(
                        live -> {
                            Optional<Row> now =
                                    live.filter(row -> !row.removal()).map(StoredRow::row);
                            if (sequence == Row.OPEN
                                    || now.filter(row -> row.stoodAt(sequence)).isPresent()) {
                                return CompletableFuture.completedFuture(now);
                            }
                            return last(layout, ViewQueries.until(key, sequence))
                                    .thenApply(
                                            last ->
                                                    last.map(StoredRow::row)
                                                            .filter(row -> row.stoodAt(sequence)));
                        });
    }

    private CompletableFuture<Optional<StoredRow>> last(ViewLayout layout, BsonDocument versions) {
        return replies.first(
                layout.past(database).find(versions).sort(ViewQueries.newestFirst()).limit(1));
    }

    CompletableFuture<RowPage> list(ViewLayout layout, RowQuery query) {
        layout.require(query.equal().keySet());
        int limit = query.limit() + 1;
        CompletableFuture<List<StoredRow>> live =
                replies.all(
                        layout.live(database)
                                .find(ViewQueries.live(query))
                                .sort(ViewQueries.liveOrder(query))
                                .limit(limit)
                                .batchSize(limit));
        if (query.sequence() == Row.OPEN) {
            return live.thenApply(found -> page(rows(found), query.limit()));
        }
        return live.thenCompose(
                now ->
                        replies.all(
                                        layout.past(database)
                                                .find(ViewQueries.past(query))
                                                .sort(ViewQueries.pastOrder(query))
                                                .limit(limit)
                                                .batchSize(limit))
                                .thenApply(
                                        then ->
                                                page(
                                                        merged(rows(now), rows(then), query),
                                                        query.limit())));
    }

    private static List<Row> rows(List<StoredRow> found) {
        return found.stream().map(StoredRow::row).toList();
    }

    /** Both lists are as long as the page needs and in order; a row in both is the same one. */
    private static List<Row> merged(List<Row> live, List<Row> past, RowQuery query) {
        Set<RowKey> ended = new HashSet<>();
        past.forEach(row -> ended.add(row.key()));
        List<Row> merged = new ArrayList<>(past);
        live.stream().filter(row -> !ended.contains(row.key())).forEach(merged::add);
        merged.sort(query.descending() ? ORDER.reversed() : ORDER);
        return merged;
    }

    private static RowPage page(List<Row> rows, int limit) {
        boolean more = rows.size() > limit;
        return new RowPage(List.copyOf(more ? rows.subList(0, limit) : rows), more);
    }
}
