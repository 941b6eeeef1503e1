package jp.tenken.eventstore.tck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.RowPage;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewProgress;
import jp.tenken.projections.ViewSchema;
import jp.tenken.projections.ViewStore;
import org.jspecify.annotations.Nullable;

/**
 * The reference view store: maps of versions under a lock, lists by sorting everything. Volatile;
 * for tests and as the oracle of {@link ViewStoreConformance}.
 */
public final class InMemoryViewStore implements ViewStore {

    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::sort).thenComparing(row -> row.key().key());

    private static final class View {
        ViewProgress progress = ViewProgress.NONE;
        final Map<RowKey, NavigableMap<Long, Row>> rows = new HashMap<>();

        Optional<Row> version(RowKey key, long sequence) {
            return rows.getOrDefault(key, new TreeMap<>()).values().stream()
                    .filter(row -> sequence == Row.OPEN ? row.live() : row.stoodAt(sequence))
                    .findFirst();
        }
    }

    private final Map<ViewName, View> views;
    private final EngineThreads threads = EngineThreads.few("in-memory-views");

    /** A store without views. */
    public InMemoryViewStore() {
        this(new HashMap<>());
    }

    private InMemoryViewStore(Map<ViewName, View> views) {
        this.views = views;
    }

    /**
     * A store of the same views, as if a durable one had been opened again. This one may be closed
     * before.
     */
    public InMemoryViewStore reopened() {
        return new InMemoryViewStore(views);
    }

    @Override
    public CompletableFuture<Void> create(ViewSchema schema) {
        return done(() -> views.putIfAbsent(schema.name(), new View()));
    }

    @Override
    public CompletableFuture<ViewProgress> progress(ViewName view) {
        return locked(() -> known(view).progress);
    }

    @Override
    public CompletableFuture<Map<RowKey, Row>> live(ViewName view, Collection<RowKey> keys) {
        Set<RowKey> wanted = Set.copyOf(keys);
        return locked(
                () -> {
                    Map<RowKey, Row> live = new HashMap<>();
                    for (RowKey key : wanted) {
                        known(view).version(key, Row.OPEN).ifPresent(row -> live.put(key, row));
                    }
                    return live;
                });
    }

    @Override
    public CompletableFuture<Boolean> write(
            ViewName view, long from, long to, UUID epoch, List<Row> rows) {
        List<Row> batch = List.copyOf(rows);
        return locked(() -> apply(known(view), from, new ViewProgress(to, epoch), batch));
    }

    private static boolean apply(View view, long from, ViewProgress reached, List<Row> batch) {
        if (view.progress.position() != from) {
            return false;
        }
        Set<RowKey> begun = new HashSet<>();
        for (Row row : batch) {
            NavigableMap<Long, Row> versions =
                    view.rows.computeIfAbsent(row.key(), key -> new TreeMap<>());
            Map.@Nullable Entry<Long, Row> before = versions.lowerEntry(row.since());
            if (begun.add(row.key()) && before != null && before.getValue().live()) {
                versions.put(before.getKey(), before.getValue().endedAt(row.since()));
            }
            versions.put(row.since(), row);
        }
        view.progress = reached;
        return true;
    }

    @Override
    public CompletableFuture<Optional<Row>> find(ViewName view, RowKey key, long sequence) {
        return locked(() -> known(view).version(key, sequence));
    }

    @Override
    public CompletableFuture<RowPage> list(ViewName view, RowQuery query) {
        return locked(
                () -> {
                    Comparator<Row> order = query.descending() ? ORDER.reversed() : ORDER;
                    List<Row> fitting = new ArrayList<>();
                    for (RowKey key : known(view).rows.keySet()) {
                        known(view)
                                .version(key, query.sequence())
                                .filter(row -> fits(row, query) && follows(row, query, order))
                                .ifPresent(fitting::add);
                    }
                    fitting.sort(order);
                    boolean more = fitting.size() > query.limit();
                    return new RowPage(
                            List.copyOf(more ? fitting.subList(0, query.limit()) : fitting), more);
                });
    }

    private static boolean fits(Row row, RowQuery query) {
        String from = query.from();
        String to = query.to();
        String text = query.text();
        return row.key().tenant().equals(query.tenant())
                && (from == null || row.sort().compareTo(from) >= 0)
                && (to == null || row.sort().compareTo(to) < 0)
                && (text == null || row.text().contains(text))
                && query.equal().entrySet().stream()
                        .allMatch(
                                wanted ->
                                        row.attributes()
                                                .getOrDefault(wanted.getKey(), Set.of())
                                                .contains(wanted.getValue()));
    }

    private static boolean follows(Row row, RowQuery query, Comparator<Row> order) {
        RowQuery.After after = query.after();
        if (after == null) {
            return true;
        }
        RowKey key = new RowKey(query.tenant(), after.key());
        return order.compare(row, new Row(key, 0, 0, after.sort(), "", Map.of(), new byte[0])) > 0;
    }

    @Override
    public CompletableFuture<Void> drop(ViewName view) {
        return done(() -> views.remove(view));
    }

    @Override
    public CompletableFuture<Void> promote(ViewName shadow, ViewName view) {
        return done(
                () -> {
                    View rebuilt = known(shadow);
                    views.remove(shadow);
                    views.put(view, rebuilt);
                });
    }

    @Override
    public void close() {
        threads.close();
    }

    private View known(ViewName name) {
        View view = views.get(name);
        if (view == null) {
            throw new IllegalArgumentException("no such view: " + name);
        }
        return view;
    }

    private CompletableFuture<Void> done(Runnable work) {
        return locked(
                        () -> {
                            work.run();
                            return true;
                        })
                .thenAccept(done -> {});
    }

    private <T> CompletableFuture<T> locked(Supplier<T> work) {
        return threads.answer(
                () -> {
                    synchronized (views) {
                        return work.get();
                    }
                });
    }
}
