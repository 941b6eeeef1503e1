package jp.tenken.projections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.tenken.projections.PreparedBatch.PreparedCommit;
import jp.tenken.projections.PreparedBatch.Touch;
import org.jspecify.annotations.Nullable;

/**
 * Folds batches, one after the other, into row versions: one per row and commit, and none where a
 * commit left the row as it was. Used by one thread at a time.
 *
 * <p>A batch may be folded while the one before is still being written. What that one left is
 * therefore looked up here first: the store does not have it yet, and the cache may already have
 * let it go.
 */
final class BatchFold<R> {

    private final View<R> view;
    private final RowCodec<R> codec;
    private final RowCache<R> cache;
    private Map<RowKey, Standing<R>> unwritten = Map.of();

    BatchFold(View<R> view, RowCodec<R> codec, RowCache<R> cache) {
        this.view = view;
        this.codec = codec;
        this.cache = cache;
    }

    /** Rows that the batch needs and that only the store can have. */
    Set<RowKey> missing(PreparedBatch<R> batch) {
        if (view.insertOnly() || cache.complete()) {
            return Set.of();
        }
        Set<RowKey> missing = new HashSet<>();
        Set<RowKey> born = new HashSet<>();
        for (PreparedCommit<R> commit : batch.commits()) {
            for (Touch<R> touch : commit.touches()) {
                RowKey key = touch.row();
                if (touch.handler().insert()) {
                    born.add(key);
                } else if (!born.contains(key)
                        && !unwritten.containsKey(key)
                        && !cache.holds(key)) {
                    missing.add(key);
                }
            }
        }
        return missing;
    }

    /**
     * Folds a batch up to the first commit that fails.
     *
     * @param stored what the store has of the {@link #missing} rows
     */
    FoldedBatch fold(PreparedBatch<R> batch, Map<RowKey, Row> stored) {
        Folding folding = new Folding(stored);
        Map<String, Long> reached = new HashMap<>();
        long to = batch.from();
        ViewStoppedException failure = batch.failure();
        for (PreparedCommit<R> commit : batch.commits()) {
            if (!commit.touches().isEmpty()) {
                ViewStoppedException failed = folding.fold(commit);
                if (failed != null) {
                    failure = failed;
                    break;
                }
            }
            reached.put(commit.tenant(), commit.since());
            to = commit.lastPosition();
        }
        unwritten = folding.standing;
        unwritten.forEach(cache::put);
        return new FoldedBatch(batch.from(), to, folding.rows, reached, failure);
    }

    /**
     * What a commit did to a row.
     *
     * @param before it; null when it was inserted: then whatever stood before counts as replaced,
     *     known here or not, so that a rebuild with other rows in memory writes the same versions
     * @param row at its end
     * @param by the touch that left it so
     */
    private record Change<R>(@Nullable Standing<R> before, @Nullable R row, Touch<R> by) {}

    /** The work on one batch. */
    private final class Folding {

        final Map<RowKey, Row> stored;
        final Map<RowKey, Standing<R>> standing = new HashMap<>();
        final Map<RowKey, Integer> latest = new HashMap<>();
        final List<Row> rows = new ArrayList<>();

        Folding(Map<RowKey, Row> stored) {
            this.stored = stored;
        }

        @Nullable ViewStoppedException fold(PreparedCommit<R> commit) {
            Touch<R> at = commit.touches().getFirst();
            try {
                Map<RowKey, Change<R>> changes = new LinkedHashMap<>();
                for (Touch<R> touch : commit.touches()) {
                    at = touch;
                    changes.put(touch.row(), change(changes, touch, commit));
                }
                List<Row> versions = new ArrayList<>(changes.size());
                List<Standing<R>> left = new ArrayList<>(changes.size());
                for (Change<R> change : changes.values()) {
                    at = change.by();
                    settle(change, commit.since(), versions, left);
                }
                keep(versions, changes.keySet(), left);
                return null;
            } catch (Throwable failure) {
                // Errors too, as in the preparation; nothing of the failed commit has been kept.
                return ViewStoppedException.handler(
                        view.name(), commit.lastPosition(), at.envelope(), failure);
            }
        }

        private Change<R> change(
                Map<RowKey, Change<R>> changes, Touch<R> touch, PreparedCommit<R> commit) {
            Change<R> earlier = changes.get(touch.row());
            boolean insert = touch.handler().insert();
            Standing<R> before = null;
            R row = null;
            if (earlier != null) {
                before = earlier.before();
                row = earlier.row();
            } else if (!insert) {
                before = before(touch.row());
                row = before.row();
            }
            R next =
                    touch.handler()
                            .evolve(
                                    touch.key(),
                                    insert ? null : row,
                                    touch.event(),
                                    touch.envelope(),
                                    key ->
                                            beside(
                                                    view.rowKey(commit.tenant(), key),
                                                    changes,
                                                    commit));
            return new Change<>(before, next, touch);
        }

        private @Nullable R beside(
                RowKey key, Map<RowKey, Change<R>> changes, PreparedCommit<R> commit) {
            Change<R> earlier = changes.get(key);
            if (earlier != null) {
                return earlier.row();
            }
            for (Touch<R> touch : commit.touches()) {
                if (touch.row().equals(key) && !touch.handler().insert()) {
                    return before(key).row();
                }
            }
            throw new IllegalArgumentException(
                    view.name() + " looks at a row beside an event that does not touch it");
        }

        private Standing<R> before(RowKey key) {
            Standing<R> known = standing.get(key);
            if (known == null) {
                known = unwritten.get(key);
            }
            if (known == null) {
                known = cache.get(key);
            }
            if (known == null) {
                Row row = stored.get(key);
                known =
                        row == null
                                ? Standing.absent()
                                : Standing.stored(
                                        codec.decode(row.document()), row.document().length);
            }
            return known;
        }

        private void settle(
                Change<R> change, long since, List<Row> versions, List<Standing<R>> left) {
            RowKey key = change.by().row();
            Standing<R> before = change.before();
            R row = change.row();
            if (before != null && Objects.equals(before.row(), row)) {
                left.add(before);
            } else if (row == null) {
                versions.add(Row.removal(key, since));
                left.add(Standing.absent());
            } else {
                Standing<R> known = before == null ? Standing.absent() : before;
                RowCodec.Encoded encoded = codec.encode(row, known.encoded());
                byte[] document = encoded.document();
                Row version = view.version(key, since, row, document, known);
                versions.add(version);
                left.add(new Standing<>(row, document.length, version, encoded));
            }
        }

        private void keep(List<Row> versions, Set<RowKey> keys, List<Standing<R>> left) {
            for (Row version : versions) {
                Integer before = latest.put(version.key(), rows.size());
                if (before != null && rows.get(before).live()) {
                    rows.set(before, rows.get(before).endedAt(version.since()));
                }
                rows.add(version);
            }
            if (!view.insertOnly()) {
                int index = 0;
                for (RowKey key : keys) {
                    standing.put(key, left.get(index++));
                }
            }
        }
    }
}
