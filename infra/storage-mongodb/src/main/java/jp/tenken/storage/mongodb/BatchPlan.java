package jp.tenken.storage.mongodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import org.jspecify.annotations.Nullable;

/**
 * What a batch writes where.
 *
 * @param past versions that have ended: the ones that stood before, and those that ended within the
 *     batch
 * @param born live rows of keys that have none
 * @param changed live rows in the place of earlier ones
 * @param unsure live rows of keys for which an unfinished batch left one that is as new or newer
 */
record BatchPlan(
        List<StoredRow> past, List<StoredRow> born, List<Change> changed, List<StoredRow> unsure) {

    /** A live row in the place of the one that stood before the batch. */
    record Change(StoredRow before, StoredRow row) {}

    /**
     * The plan of a batch.
     *
     * @param rows new versions, ascending per key
     * @param to position that the batch reaches
     * @param before the live row of a key, as a batch that was not finished may have left it; null
     *     for none
     */
    static BatchPlan of(List<Row> rows, long to, Function<RowKey, @Nullable StoredRow> before) {
        BatchPlan plan =
                new BatchPlan(
                        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        byKey(rows).forEach((key, versions) -> plan.add(versions, to, before.apply(key)));
        return plan;
    }

    static Map<RowKey, List<Row>> byKey(List<Row> rows) {
        Map<RowKey, List<Row>> byKey = LinkedHashMap.newLinkedHashMap(rows.size());
        rows.forEach(row -> byKey.computeIfAbsent(row.key(), key -> new ArrayList<>(2)).add(row));
        return byKey;
    }

    private void add(List<Row> versions, long to, @Nullable StoredRow before) {
        long begin = versions.getFirst().since();
        // A live row that is not older than the batch is what an unfinished batch left, which put
        // all that came before it into the past already.
        if (before != null && before.row().since() < begin) {
            past.add(ended(before, begin));
        }
        for (Row version : versions.subList(0, versions.size() - 1)) {
            // What is about to be replaced may be finished by then: the past says its position.
            long at =
                    before != null && before.row().since() == version.since()
                            ? Math.min(before.at(), to)
                            : to;
            past.add(new StoredRow(version, at));
        }
        Row last = versions.getLast();
        if (last.until() != Row.OPEN && last.until() != last.since()) {
            // Ended, and nothing stands after it.
            past.add(new StoredRow(last, to));
            last = Row.removal(last.key(), last.until());
        }
        StoredRow live = new StoredRow(last, to);
        if (before == null) {
            born.add(live);
        } else if (before.row().since() < last.since()) {
            changed.add(new Change(before, live));
        } else {
            unsure.add(live);
        }
    }

    private static StoredRow ended(StoredRow before, long end) {
        return before.removal() ? before : new StoredRow(before.row().endedAt(end), before.at());
    }

    /** The live rows that the batch leaves. */
    List<StoredRow> live() {
        List<StoredRow> live = new ArrayList<>(born);
        changed.forEach(change -> live.add(change.row()));
        live.addAll(unsure);
        return live;
    }
}
