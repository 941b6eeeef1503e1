package jp.tenken.storage.mongodb;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.RowPage;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewProgress;
import jp.tenken.projections.ViewSchema;
import jp.tenken.projections.ViewStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The view store in a database that any number of processes share. {@link ViewWriter} says how a
 * batch is written without a transaction, {@link ViewReader} how it is read meanwhile.
 *
 * <p>Where the rows of a view are is looked up once and believed for a second, and anew whenever
 * the progress is asked for: whoever waited for a position also sees the rows that reached it.
 * Collections that go out of use stay for minutes, so nobody finds them empty.
 *
 * <p>Thread-safe. Does not own the database.
 */
final class MongoViewStore implements ViewStore {

    /** Of the database itself; those of the views are made with them. */
    static final List<CollectionSpec> COLLECTIONS =
            List.of(ViewRegistry.COLLECTION, RetiredRows.COLLECTION);

    private static final long BELIEVED_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long CLOSE_SECONDS = 30;
    private static final Logger logger = LoggerFactory.getLogger(MongoViewStore.class);

    private final ViewRegistry registry;
    private final RetiredRows retired;
    private final ViewWriter writer;
    private final ViewReader reader;
    private final MongoSchema schema;
    private final Map<ViewName, Known> layouts = new ConcurrentHashMap<>();
    private final Map<ViewName, KnownRows> knownRows = new ConcurrentHashMap<>();
    private final Set<CompletableFuture<?>> writing = ConcurrentHashMap.newKeySet();

    /** Where rows were at a moment of this machine. */
    private record Known(ViewLayout layout, long nanos) {}

    MongoViewStore(MongoDatabase database, Replies replies) {
        this.registry = new ViewRegistry(database, replies);
        this.retired = new RetiredRows(database, registry, replies);
        this.writer = new ViewWriter(database, registry, replies);
        this.reader = new ViewReader(database, writer, replies);
        this.schema = new MongoSchema(database, replies);
    }

    /**
     * Tidies up behind processes that ended before they could: once at start. Never fails.
     *
     * @return completes when it is done
     */
    CompletableFuture<Void> tidy() {
        return retired.addStrays().thenCompose(noted -> retired.sweep());
    }

    @Override
    public CompletableFuture<Void> create(ViewSchema view) {
        return MongoFailures.forViews(
                registry.register(view)
                        .thenCompose(
                                entry ->
                                        schema.create(entry.layout().collections())
                                                .thenAccept(
                                                        made ->
                                                                remember(
                                                                        view.name(),
                                                                        entry.layout()))));
    }

    @Override
    public CompletableFuture<ViewProgress> progress(ViewName view) {
        return MongoFailures.forViews(registered(view).thenApply(ViewRegistry.Entry::progress));
    }

    @Override
    public CompletableFuture<Map<RowKey, Row>> live(ViewName view, Collection<RowKey> keys) {
        Set<RowKey> wanted = Set.copyOf(keys);
        // The progress first: a batch that is finished in between then counts as unfinished.
        return MongoFailures.forViews(
                registered(view)
                        .thenCompose(
                                entry ->
                                        reader.asOfPosition(
                                                entry.layout(),
                                                wanted,
                                                entry.progress().position())));
    }

    @Override
    public CompletableFuture<Boolean> write(
            ViewName view, long from, long to, UUID epoch, List<Row> rows) {
        List<Row> batch = List.copyOf(rows);
        ViewProgress reached = new ViewProgress(to, epoch);
        // Only one write at a time can have what is known of the rows; another one finds nothing.
        KnownRows known = knownRows.remove(view);
        return tracked(
                layout(view)
                        .thenCompose(
                                layout ->
                                        known != null && known.isOf(layout.live(), from)
                                                ? write(view, layout, known, from, reached, batch)
                                                : begin(view, from, reached, batch)));
    }

    /**
     * Nothing is known of the rows: then the view must at least seem to be where the batch begins.
     */
    private CompletableFuture<Boolean> begin(
            ViewName view, long from, ViewProgress reached, List<Row> batch) {
        return registered(view)
                .thenCompose(
                        entry ->
                                entry.progress().position() != from
                                        ? CompletableFuture.completedFuture(false)
                                        : write(
                                                view,
                                                entry.layout(),
                                                new KnownRows(
                                                        entry.layout().live(),
                                                        from,
                                                        KnownRows.MAX_BYTES),
                                                from,
                                                reached,
                                                batch));
    }

    private CompletableFuture<Boolean> write(
            ViewName view,
            ViewLayout layout,
            KnownRows known,
            long from,
            ViewProgress reached,
            List<Row> batch) {
        return writer.write(view, layout, known, from, reached, batch)
                .thenApply(
                        applied -> {
                            if (applied) {
                                knownRows.put(view, known);
                            } else {
                                layouts.remove(view);
                            }
                            return applied;
                        });
    }

    @Override
    public CompletableFuture<Optional<Row>> find(ViewName view, RowKey key, long sequence) {
        return MongoFailures.forViews(
                layout(view).thenCompose(layout -> reader.find(layout, key, sequence)));
    }

    @Override
    public CompletableFuture<RowPage> list(ViewName view, RowQuery query) {
        return MongoFailures.forViews(
                layout(view).thenCompose(layout -> reader.list(layout, query)));
    }

    @Override
    public CompletableFuture<Void> drop(ViewName view) {
        return tracked(
                registry.remove(view)
                        .thenCompose(
                                before -> {
                                    forget(view);
                                    return before.map(layout -> retired.add(layout.live()))
                                            .orElseGet(
                                                    () -> CompletableFuture.completedFuture(null));
                                })
                        .thenCompose(noted -> retired.sweep()));
    }

    /**
     * {@inheritDoc}
     *
     * <p>The step is one write of the view's document. Should the process end right behind it, both
     * names stand for the same rows until the shadow is dropped or promoted again, which leaves
     * rows alone that are in use.
     */
    @Override
    public CompletableFuture<Void> promote(ViewName shadow, ViewName view) {
        return tracked(
                registered(shadow)
                        .thenCompose(
                                rebuilt ->
                                        registry.replace(view, rebuilt)
                                                .thenCompose(
                                                        before ->
                                                                registry.remove(shadow)
                                                                        .thenCompose(
                                                                                gone ->
                                                                                        retire(
                                                                                                before,
                                                                                                rebuilt
                                                                                                        .layout()))))
                        .thenCompose(
                                noted -> {
                                    forget(shadow);
                                    forget(view);
                                    return retired.sweep();
                                }));
    }

    private CompletableFuture<Void> retire(Optional<ViewLayout> before, ViewLayout now) {
        return before.filter(layout -> !layout.equals(now))
                .map(layout -> retired.add(layout.live()))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Waits for what is being written, but not for a server that does not answer. */
    @Override
    public void close() {
        try {
            CompletableFuture.allOf(writing.toArray(CompletableFuture[]::new))
                    .get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unfinished) {
            logger.warn("A batch was not finished; the next process goes on before it", unfinished);
        }
    }

    private <T> CompletableFuture<T> tracked(CompletableFuture<T> work) {
        CompletableFuture<T> answer = MongoFailures.forViews(work);
        writing.add(answer);
        return answer.whenComplete((done, failure) -> writing.remove(answer));
    }

    private CompletableFuture<ViewLayout> layout(ViewName view) {
        Known known = layouts.get(view);
        return known != null && System.nanoTime() - known.nanos() < BELIEVED_NANOS
                ? CompletableFuture.completedFuture(known.layout())
                : registered(view).thenApply(ViewRegistry.Entry::layout);
    }

    private CompletableFuture<ViewRegistry.Entry> registered(ViewName view) {
        return registry.find(view)
                .thenApply(
                        found -> {
                            ViewRegistry.Entry entry =
                                    found.orElseThrow(
                                            () -> {
                                                forget(view);
                                                return new IllegalArgumentException(
                                                        "no such view: " + view);
                                            });
                            remember(view, entry.layout());
                            return entry;
                        });
    }

    private void remember(ViewName view, ViewLayout layout) {
        layouts.put(view, new Known(layout, System.nanoTime()));
    }

    private void forget(ViewName view) {
        layouts.remove(view);
        knownRows.remove(view);
    }
}
