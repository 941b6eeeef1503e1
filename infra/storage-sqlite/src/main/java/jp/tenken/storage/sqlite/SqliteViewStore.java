package jp.tenken.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
import org.jspecify.annotations.Nullable;

/**
 * The view store in {@code views.db}: one writer, some readers that it does not hold up. Losing the
 * last moments to a power cut moves views and their progress back together, and they read on from
 * there.
 *
 * <p>Thread-safe.
 */
final class SqliteViewStore implements ViewStore {

    private static final int READERS = 3;
    private static final String SELECT_VIEW = "SELECT id, attributes FROM views WHERE name = ?";

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
                ViewLayout.REGISTRY);
    }

    @Override
    public CompletableFuture<Void> create(ViewSchema schema) {
        return done(
                session -> {
                    ViewLayout there = registered(session, schema.name());
                    if (there == null) {
                        layOut(session, schema);
                    } else if (!there.attributes().equals(schema.attributes())) {
                        throw new IllegalArgumentException(
                                "view %s is laid out with %s; another shape needs another version"
                                        .formatted(schema.name(), there.attributes()));
                    }
                });
    }

    private static void layOut(Session session, ViewSchema schema) throws SQLException {
        int id = (int) session.number("SELECT max(id) FROM views", 0) + 1;
        ViewLayout layout = new ViewLayout(id, schema.name(), schema.attributes());
        PreparedStatement insert =
                session.prepare("INSERT INTO views (id, name, attributes) VALUES (?, ?, ?)");
        insert.setInt(1, id);
        insert.setString(2, schema.name().toString());
        insert.setString(3, layout.joinedAttributes());
        insert.executeUpdate();
        for (String sql : layout.creation()) {
            session.execute(sql);
        }
    }

    @Override
    public CompletableFuture<ViewProgress> progress(ViewName view) {
        return readers.submit(session -> progress(session, view));
    }

    private static ViewProgress progress(Session session, ViewName view) throws SQLException {
        PreparedStatement select =
                session.prepare("SELECT position, epoch FROM views WHERE name = ?");
        select.setString(1, view.toString());
        try (ResultSet found = select.executeQuery()) {
            if (!found.next()) {
                throw undeclared(view);
            }
            byte[] epoch = found.getBytes(2);
            return new ViewProgress(
                    found.getLong(1), epoch == null ? null : UuidBytes.decode(epoch));
        }
    }

    private static void reach(Session session, ViewLayout layout, long position, UUID epoch)
            throws SQLException {
        PreparedStatement update =
                session.prepare("UPDATE views SET position = ?, epoch = ? WHERE id = ?");
        update.setLong(1, position);
        update.setBytes(2, UuidBytes.encode(epoch));
        update.setInt(3, layout.id());
        update.executeUpdate();
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
                                        ViewLayout layout = required(own, view);
                                        if (progress(own, view).position() != from) {
                                            return false;
                                        }
                                        new ViewWriter(own, layout, draft).write(batch);
                                        reach(own, layout, to, epoch);
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

    @Override
    public CompletableFuture<Void> drop(ViewName view) {
        return done(
                session -> {
                    remove(session, registered(session, view));
                });
    }

    private static void remove(Session session, @Nullable ViewLayout layout) throws SQLException {
        if (layout != null) {
            for (String sql : layout.removal()) {
                session.execute(sql);
            }
            PreparedStatement delete = session.prepare("DELETE FROM views WHERE id = ?");
            delete.setInt(1, layout.id());
            delete.executeUpdate();
        }
    }

    @Override
    public CompletableFuture<Void> promote(ViewName shadow, ViewName view) {
        return done(
                session -> {
                    ViewLayout rebuilt = required(session, shadow);
                    if (!shadow.equals(view)) {
                        remove(session, registered(session, view));
                        PreparedStatement rename =
                                session.prepare("UPDATE views SET name = ? WHERE id = ?");
                        rename.setString(1, view.toString());
                        rename.setInt(2, rebuilt.id());
                        rename.executeUpdate();
                    }
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
            ViewLayout layout = required(session, view);
            T result = work.on(session, layout);
            remember(layout, changes);
            return result;
        } finally {
            session.execute("COMMIT");
        }
    }

    private interface Change {
        void on(Session session) throws SQLException;
    }

    private CompletableFuture<Void> done(Change change) {
        return writer.submit(
                        session -> {
                            session.inTransaction(
                                    own -> {
                                        change.on(own);
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

    private static ViewLayout required(Session session, ViewName view) throws SQLException {
        ViewLayout layout = registered(session, view);
        if (layout == null) {
            throw undeclared(view);
        }
        return layout;
    }

    private static IllegalArgumentException undeclared(ViewName view) {
        return new IllegalArgumentException("no such view: " + view);
    }

    private static @Nullable ViewLayout registered(Session session, ViewName view)
            throws SQLException {
        PreparedStatement select = session.prepare(SELECT_VIEW);
        select.setString(1, view.toString());
        try (ResultSet found = select.executeQuery()) {
            return found.next()
                    ? new ViewLayout(
                            found.getInt(1), view, ViewLayout.splitAttributes(found.getString(2)))
                    : null;
        }
    }
}
