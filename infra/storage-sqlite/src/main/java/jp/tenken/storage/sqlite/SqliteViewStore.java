package jp.tenken.storage.sqlite;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.RowPage;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewProgress;
import jp.tenken.projections.ViewSchema;
import jp.tenken.projections.ViewStore;
import jp.tenken.projections.ViewStoreException;

/**
 * The view store in {@code views.db}: one writer, some readers that it does not hold up. Losing the
 * last moments to a power cut moves views and their progress back together, and they read on from
 * there.
 *
 * <p>Thread-safe.
 */
final class SqliteViewStore implements ViewStore {

    private static final int READERS = 3;

    private final Workers writer;
    private final Workers readers;
    private final TenantIds tenants;
    private final Map<ViewName, ViewLayout> layouts = new ConcurrentHashMap<>();
    private long layoutChanges;

    /** A store on the file whose sessions these workers hold; it closes them. */
    private SqliteViewStore(Workers writer, Workers readers, TenantIds tenants) {
        this.writer = writer;
        this.readers = readers;
        this.tenants = tenants;
    }

    /**
     * Opens the store of a file, which is laid out when it is new.
     *
     * @throws DataFolderException when the file cannot be used
     */
    static SqliteViewStore open(DatabaseFile file) {
        Function<Throwable, RuntimeException> translation =
                failure ->
                        new ViewStoreException(
                                SqliteFailures.describe(file.path(), failure), failure);
        return file.open(
                READERS,
                (writer, readers) -> {
                    TenantIds tenants = new TenantIds(writer);
                    return new SqliteViewStore(
                            new Workers("tenken-views-write", List.of(writer), translation),
                            new Workers("tenken-views-read", readers, translation),
                            tenants);
                },
                TenantIds.TABLE,
                ViewRegistry.TABLE);
    }

    @Override
    public CompletableFuture<Void> create(ViewSchema schema) {
        return change(views -> views.create(schema));
    }

    @Override
    public CompletableFuture<Void> drop(ViewName view) {
        return change(views -> views.remove(view));
    }

    @Override
    public CompletableFuture<Void> promote(ViewName shadow, ViewName view) {
        return change(views -> views.promote(shadow, view));
    }

    @Override
    public CompletableFuture<ViewProgress> progress(ViewName view) {
        return readers.submit(session -> new ViewRegistry(session).progress(view));
    }

    @Override
    public CompletableFuture<Map<RowKey, Row>> live(ViewName view, Collection<RowKey> keys) {
        List<RowKey> wanted = List.copyOf(keys);
        return read(
                view, (session, layout) -> new ViewReader(session, layout).live(tenants, wanted));
    }

    @Override
    public CompletableFuture<Boolean> write(
            ViewName view, long from, long to, UUID epoch, List<Row> rows) {
        List<Row> batch = List.copyOf(rows);
        return writer.submit(
                session -> {
                    TenantIds.Draft draft = tenants.draft(session);
                    boolean applied =
                            session.inTransaction(
                                    own -> {
                                        ViewRegistry views = new ViewRegistry(own);
                                        ViewLayout layout = views.require(view);
                                        if (views.progress(view).position() != from) {
                                            return false;
                                        }
                                        new ViewWriter(own, layout, draft).write(batch);
                                        views.reach(view, to, epoch);
                                        return true;
                                    });
                    draft.publish();
                    return applied;
                });
    }

    @Override
    public CompletableFuture<Optional<Row>> find(ViewName view, RowKey key, long sequence) {
        return read(
                view,
                (session, layout) -> {
                    Integer tenant = tenants.find(key.tenant());
                    return tenant == null
                            ? Optional.empty()
                            : new ViewReader(session, layout).find(tenant, key, sequence);
                });
    }

    @Override
    public CompletableFuture<RowPage> list(ViewName view, RowQuery query) {
        return read(
                view,
                (session, layout) -> {
                    Integer tenant = tenants.find(query.tenant());
                    return tenant == null
                            ? new RowPage(List.of(), false)
                            : new ViewReader(session, layout).list(tenant, query);
                });
    }

    /** Work on the writing session itself, for those who look after the file. */
    <T> CompletableFuture<T> onWriter(Session.Work<T> work) {
        return writer.submit(work);
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
    }

    /** What needs a view's layout. */
    @FunctionalInterface
    private interface ViewWork<T> {
        T on(Session session, ViewLayout layout) throws SQLException;
    }

    /**
     * Reads with the layout known from before. If the view was replaced or dropped meanwhile, its
     * tables are gone; then the registry says what holds now.
     */
    private <T> CompletableFuture<T> read(ViewName view, ViewWork<T> work) {
        return readers.submit(
                session -> {
                    ViewLayout known = layouts.get(view);
                    if (known != null) {
                        try {
                            return work.on(session, known);
                        } catch (SQLException failure) {
                            if (!SqliteFailures.isMissingTable(failure)) {
                                throw failure;
                            }
                            session.forgetStatements();
                        }
                    }
                    return inSnapshot(session, view, work);
                });
    }

    /** The layout and what it is good for, both of the same moment. */
    private <T> T inSnapshot(Session session, ViewName view, ViewWork<T> work) throws SQLException {
        long changes = layoutChanges();
        session.execute("BEGIN");
        try {
            ViewLayout layout = new ViewRegistry(session).require(view);
            T result = work.on(session, layout);
            remember(layout, changes);
            return result;
        } finally {
            session.execute("COMMIT");
        }
    }

    private interface Change {
        void on(ViewRegistry views) throws SQLException;
    }

    private CompletableFuture<Void> change(Change change) {
        return writer.submit(
                        session -> {
                            session.inTransaction(
                                    own -> {
                                        change.on(new ViewRegistry(own));
                                        return true;
                                    });
                            forgetLayouts();
                            return true;
                        })
                .thenAccept(done -> {});
    }

    /** Nothing that was looked up before a change of layouts may be remembered after it. */
    private void forgetLayouts() {
        synchronized (layouts) {
            layouts.clear();
            layoutChanges++;
        }
    }

    private long layoutChanges() {
        synchronized (layouts) {
            return layoutChanges;
        }
    }

    private void remember(ViewLayout layout, long changesBefore) {
        synchronized (layouts) {
            if (layoutChanges == changesBefore) {
                layouts.put(layout.name(), layout);
            }
        }
    }
}
