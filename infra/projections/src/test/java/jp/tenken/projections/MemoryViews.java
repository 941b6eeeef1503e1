package jp.tenken.projections;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A view store in memory, which can refuse, lose its answers, or hold its writes back. Answers on
 * its own thread.
 */
final class MemoryViews implements ViewStore {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Map<ViewName, Table> tables = new ConcurrentHashMap<>();

    /** Calls that fail without having done anything. */
    final AtomicInteger refusals = new AtomicInteger();

    /** Writes that are applied, but answered with a failure. */
    final AtomicInteger lostAnswers = new AtomicInteger();

    /** Writes that have been asked for, begun or not. */
    final AtomicInteger offered = new AtomicInteger();

    final AtomicInteger loads = new AtomicInteger();

    /** Writes are not begun until it is complete. */
    volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    /** What a promotion does first. */
    volatile Runnable beforePromotion = () -> {};

    private static final class Table {
        ViewProgress progress = ViewProgress.NONE;
        final Map<RowKey, TreeMap<Long, Row>> rows = new HashMap<>();
    }

    @Override
    public CompletableFuture<Void> create(ViewSchema schema) {
        return answer(
                () -> {
                    tables.computeIfAbsent(schema.name(), unused -> new Table());
                    return null;
                });
    }

    @Override
    public CompletableFuture<ViewProgress> progress(ViewName view) {
        return answer(() -> table(view).progress);
    }

    @Override
    public CompletableFuture<Map<RowKey, Row>> live(ViewName view, Collection<RowKey> keys) {
        List<RowKey> asked = List.copyOf(keys);
        loads.incrementAndGet();
        return answer(
                () -> {
                    Map<RowKey, Row> found = new HashMap<>();
                    for (RowKey key : asked) {
                        Row row = standing(view, key, Row.OPEN);
                        if (row != null) {
                            found.put(key, row);
                        }
                    }
                    return found;
                });
    }

    @Override
    public CompletableFuture<Boolean> write(
            ViewName view, long from, long to, UUID epoch, List<Row> rows) {
        CompletableFuture<Void> opened = gate;
        offered.incrementAndGet();
        return opened.thenCompose(
                open ->
                        answer(
                                () -> {
                                    Table table = table(view);
                                    if (table.progress.position() != from) {
                                        return false;
                                    }
                                    for (Row row : rows) {
                                        TreeMap<Long, Row> versions =
                                                table.rows.computeIfAbsent(
                                                        row.key(), unused -> new TreeMap<>());
                                        Map.Entry<Long, Row> before =
                                                versions.lowerEntry(row.since());
                                        if (before != null && before.getValue().live()) {
                                            versions.put(
                                                    before.getKey(),
                                                    before.getValue().endedAt(row.since()));
                                        }
                                        versions.put(row.since(), row);
                                    }
                                    table.progress = new ViewProgress(to, epoch);
                                    if (lostAnswers.getAndUpdate(left -> Math.max(0, left - 1))
                                            > 0) {
                                        throw failure("the answer was lost");
                                    }
                                    return true;
                                }));
    }

    @Override
    public CompletableFuture<Optional<Row>> find(ViewName view, RowKey key, long sequence) {
        return answer(() -> Optional.ofNullable(standing(view, key, sequence)));
    }

    @Override
    public CompletableFuture<RowPage> list(ViewName view, RowQuery query) {
        return answer(
                () -> {
                    List<Row> rows = new ArrayList<>();
                    for (RowKey key : table(view).rows.keySet()) {
                        Row row =
                                key.tenant().equals(query.tenant())
                                        ? standing(view, key, query.sequence())
                                        : null;
                        if (row != null) {
                            rows.add(row);
                        }
                    }
                    rows.sort(
                            Comparator.comparing(Row::sort).thenComparing(row -> row.key().key()));
                    return new RowPage(
                            rows.subList(0, Math.min(query.limit(), rows.size())),
                            rows.size() > query.limit());
                });
    }

    @Override
    public CompletableFuture<Void> drop(ViewName view) {
        return answer(
                () -> {
                    tables.remove(view);
                    return null;
                });
    }

    @Override
    public CompletableFuture<Void> promote(ViewName shadow, ViewName view) {
        return answer(
                () -> {
                    beforePromotion.run();
                    tables.put(view, table(shadow));
                    tables.remove(shadow);
                    return null;
                });
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    /**
     * Every version of every row, as text, for comparison. Removals do not count: they never stand.
     */
    Map<String, String> contents(ViewName view) {
        return answer(
                        () -> {
                            Map<String, String> all = new TreeMap<>();
                            table(view)
                                    .rows
                                    .forEach(
                                            (key, versions) ->
                                                    versions.forEach(
                                                            (since, row) -> {
                                                                if (row.since() != row.until()) {
                                                                    all.put(
                                                                            key + "@" + since,
                                                                            "%d %s %s %s %s"
                                                                                    .formatted(
                                                                                            row
                                                                                                    .until(),
                                                                                            row
                                                                                                    .sort(),
                                                                                            row
                                                                                                    .text(),
                                                                                            new TreeMap<>(
                                                                                                    row
                                                                                                            .attributes()),
                                                                                            new String(
                                                                                                    row
                                                                                                            .document(),
                                                                                                    java
                                                                                                            .nio
                                                                                                            .charset
                                                                                                            .StandardCharsets
                                                                                                            .UTF_8)));
                                                                }
                                                            }));
                            return all;
                        })
                .join();
    }

    boolean has(ViewName view) {
        return tables.containsKey(view);
    }

    private Table table(ViewName view) {
        Table table = tables.get(view);
        if (table == null) {
            throw new IllegalArgumentException("undeclared view " + view);
        }
        return table;
    }

    private @Nullable Row standing(ViewName view, RowKey key, long sequence) {
        TreeMap<Long, Row> versions = table(view).rows.get(key);
        if (versions == null) {
            return null;
        }
        for (Row row : versions.values()) {
            if (sequence == Row.OPEN ? row.live() : row.stoodAt(sequence)) {
                return row;
            }
        }
        return null;
    }

    private static ViewStoreException failure(String message) {
        return new ViewStoreException(message, new IllegalStateException(message));
    }

    private <T extends @Nullable Object> CompletableFuture<T> answer(Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw failure("the store is away");
                    }
                    return work.get();
                },
                thread);
    }
}
