package jp.tenken.storage.mongodb;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewProgress;

/**
 * Writes a batch in three steps, each acknowledged before the next: the versions that end, the live
 * rows, and last the progress of the view.
 *
 * <p><b>Why no transaction is needed.</b> A version is told by its key and its beginning and
 * follows from the log alone, so the first two steps may be done by anybody any number of times; a
 * live row is only ever replaced by a newer one. Until the third step the batch counts as not
 * written: its rows carry the position that it was to reach, which lies beyond the progress. A
 * reader finds each version in the past before it disappears from the live rows.
 *
 * <p><b>Why all of it is acknowledged by the journals of a majority.</b> Rows may only get lost
 * together with the progress that tells of them. Were the rows less durable, a failover between the
 * steps could keep the progress and lose rows, and nobody would fold those events again.
 *
 * <p>Thread-safe, stateless.
 */
final class ViewWriter {

    /** Most keys of one question. */
    static final int MAX_KEYS = 1_000;

    private static final int SETTLE_ATTEMPTS = 10;

    private final MongoDatabase database;
    private final ViewRegistry registry;
    private final Replies replies;

    ViewWriter(MongoDatabase database, ViewRegistry registry, Replies replies) {
        this.database = database;
        this.registry = registry;
        this.replies = replies;
    }

    /**
     * Writes a batch from the position of which {@code known} tells.
     *
     * @return whether the view stood there; then {@code known} has been moved on
     */
    CompletableFuture<Boolean> write(
            ViewName view,
            ViewLayout layout,
            KnownRows known,
            long from,
            ViewProgress to,
            List<Row> rows) {
        rows.forEach(row -> layout.require(row.attributes().keySet()));
        return before(layout, known, rows)
                .thenApply(
                        read ->
                                BatchPlan.of(
                                        rows,
                                        to.position(),
                                        key -> known.knows(key) ? known.get(key) : read.get(key)))
                .thenCompose(
                        plan ->
                                past(layout, plan)
                                        .thenCompose(done -> live(layout, plan))
                                        .thenCompose(
                                                done -> registry.advance(view, layout, from, to))
                                        .thenApply(
                                                moved -> {
                                                    plan.live().forEach(known::put);
                                                    known.reach(to.position());
                                                    return moved;
                                                }));
    }

    private CompletableFuture<Void> past(ViewLayout layout, BatchPlan plan) {
        return pastRows(layout).add(plan.past());
    }

    private RowBulk pastRows(ViewLayout layout) {
        return new RowBulk(layout.past(database), new StoredRows(true), replies);
    }

    private RowBulk liveRows(ViewLayout layout) {
        return new RowBulk(layout.live(database), new StoredRows(false), replies);
    }

    /** Mostly one command: nobody else writes these rows, and what stood before is known. */
    private CompletableFuture<Void> live(ViewLayout layout, BatchPlan plan) {
        RowBulk rows = liveRows(layout);
        List<WriteModel<StoredRow>> models = new ArrayList<>();
        plan.born().forEach(row -> models.add(rows.insert(row)));
        plan.changed().forEach(change -> models.add(rows.replace(change.before(), change.row())));
        CompletableFuture<Boolean> asExpected =
                rows.write(models).thenApply(matched -> matched == plan.changed().size());
        return MongoFailures.onDuplicate(
                        asExpected, refused -> CompletableFuture.completedFuture(false))
                .thenCompose(
                        sure ->
                                settle(
                                        layout,
                                        sure ? plan.unsure() : plan.live(),
                                        SETTLE_ATTEMPTS));
    }

    /**
     * Writes live rows of which it is not known what is there: none, an older, the same or a newer
     * one. An older one is replaced only as it was seen, after the past has been told the position
     * that it had; so a version that somebody has finished never passes for one of an unfinished
     * batch. In the place of a newer one the row is in the past already.
     */
    private CompletableFuture<Void> settle(ViewLayout layout, List<StoredRow> rows, int attempts) {
        if (rows.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        RowBulk live = liveRows(layout);
        Set<RowKey> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.add(row.row().key()));
        return live.write(rows.stream().map(live::insertUnlessThere).toList())
                .thenCompose(done -> stored(layout, keys))
                .thenCompose(there -> settle(layout, rows, there))
                .thenCompose(
                        settled -> {
                            if (settled) {
                                return CompletableFuture.completedFuture(null);
                            }
                            return attempts > 1
                                    ? settle(layout, rows, attempts - 1)
                                    : CompletableFuture.failedFuture(
                                            new MongoException(
                                                    "others keep writing the same rows of "
                                                            + layout.live()));
                        });
    }

    private CompletableFuture<Boolean> settle(
            ViewLayout layout, List<StoredRow> rows, Map<RowKey, StoredRow> there) {
        RowBulk live = liveRows(layout);
        RowBulk past = pastRows(layout);
        List<WriteModel<StoredRow>> lowered = new ArrayList<>();
        List<WriteModel<StoredRow>> models = new ArrayList<>();
        for (StoredRow row : rows) {
            StoredRow seen = there.get(row.row().key());
            if (seen == null || seen.row().since() == row.row().since()) {
                models.add(live.agree(row));
            } else if (seen.row().since() < row.row().since()) {
                lowered.add(past.lower(seen));
                models.add(live.replace(seen, row));
            } else {
                lowered.add(past.lower(row));
            }
        }
        return past.write(lowered)
                .thenCompose(done -> live.write(models))
                .thenApply(matched -> matched == models.size());
    }

    private CompletableFuture<Map<RowKey, StoredRow>> before(
            ViewLayout layout, KnownRows known, List<Row> rows) {
        Set<RowKey> unknown = new LinkedHashSet<>();
        for (Row row : rows) {
            if (!known.knows(row.key())) {
                unknown.add(row.key());
            }
        }
        return stored(layout, unknown);
    }

    /** The live rows of these keys as they are, removals included, one question after the other. */
    CompletableFuture<Map<RowKey, StoredRow>> stored(ViewLayout layout, Set<RowKey> keys) {
        List<String> ids = keys.stream().map(RowIds::live).toList();
        CompletableFuture<Map<RowKey, StoredRow>> found =
                CompletableFuture.completedFuture(HashMap.newHashMap(ids.size()));
        for (int begin = 0; begin < ids.size(); begin += MAX_KEYS) {
            List<String> part =
                    new ArrayList<>(ids.subList(begin, Math.min(ids.size(), begin + MAX_KEYS)));
            found =
                    found.thenCompose(
                            sofar ->
                                    replies.all(
                                                    layout.live(database)
                                                            .find(Filters.in(StoredRows.ID, part)))
                                            .thenApply(
                                                    more -> {
                                                        more.forEach(
                                                                row ->
                                                                        sofar.put(
                                                                                row.row().key(),
                                                                                row));
                                                        return sofar;
                                                    }));
        }
        return found;
    }
}
