package jp.tenken.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.tenken.vault.Vault;
import jp.tenken.vault.VaultException;
import org.jspecify.annotations.Nullable;

/**
 * The vault in {@code vault.db}.
 *
 * <p>Destroying is thorough. SQLite may leave copies of a row behind in a page from which the row
 * has moved, and in the write-ahead log; so the file is written anew without the entry and the
 * write-ahead log cut to nothing before the answer is given. Entries that are destroyed at about
 * the same time share that work.
 *
 * <p>Thread-safe.
 */
final class SqliteVault implements Vault {

    private static final String TABLE =
            "CREATE TABLE entries (kind BLOB NOT NULL, id BLOB NOT NULL, secret BLOB NOT NULL, PRIMARY KEY (kind, id))";

    /**
     * Holds a row while deleted entries may still be readable in the file: the next start then
     * finishes the work.
     */
    private static final String UNCLEAN_TABLE =
            "CREATE TABLE unclean (only INTEGER PRIMARY KEY CHECK (only = 1))";

    private static final String UNCLEAN = "SELECT count(*) FROM unclean";

    private final Workers workers;
    private final List<CompletableFuture<Void>> awaitingScrub = new ArrayList<>();

    /** A vault on the one session of the file. */
    private SqliteVault(Workers workers) {
        this.workers = workers;
    }

    /**
     * Opens the vault of a file, which is laid out when it is new.
     *
     * @throws DataFolderException when the file cannot be used
     */
    static SqliteVault open(DatabaseFile file) {
        return file.open(
                0,
                (session, none) -> {
                    finishCleaning(session);
                    SqliteTokenStore.releaseAll(session);
                    return new SqliteVault(
                            new Workers(
                                    "tenken-vault",
                                    List.of(session),
                                    failure ->
                                            new VaultException(
                                                    SqliteFailures.describe(file.path(), failure),
                                                    failure)));
                },
                TABLE,
                UNCLEAN_TABLE,
                SqliteTokenStore.TABLE,
                SqliteTokenStore.IDENTITY_TABLE);
    }

    /** The threads on the file's only session, for what else lives in the file. */
    Workers workers() {
        return workers;
    }

    @Override
    public CompletableFuture<Optional<byte[]>> find(String kind, String id) {
        return workers.submit(session -> Optional.ofNullable(select(session, kind, id)));
    }

    @Override
    public CompletableFuture<Map<String, byte[]>> findAll(String kind, Collection<String> ids) {
        if (ids.size() > MAX_IDS) {
            throw new IllegalArgumentException("%d ids at once".formatted(ids.size()));
        }
        List<String> wanted = List.copyOf(ids);
        return workers.submit(
                session -> {
                    Map<String, byte[]> found = new HashMap<>();
                    for (String id : wanted) {
                        byte[] secret = select(session, kind, id);
                        if (secret != null) {
                            found.put(id, secret);
                        }
                    }
                    return found;
                });
    }

    @Override
    public CompletableFuture<byte[]> putIfAbsent(String kind, String id, byte[] secret) {
        byte[] copy = checked(secret);
        return workers.submit(session -> session.inTransaction(own -> insert(own, kind, id, copy)));
    }

    @Override
    public CompletableFuture<Void> put(String kind, String id, byte[] secret) {
        byte[] copy = checked(secret);
        return workers.submit(session -> session.inTransaction(own -> upsert(own, kind, id, copy)))
                .thenAccept(rows -> {});
    }

    private static int upsert(Session session, String kind, String id, byte[] secret)
            throws SQLException {
        PreparedStatement upsert =
                session.prepare(
                        "INSERT INTO entries (kind, id, secret) VALUES (?, ?, ?)"
                                + " ON CONFLICT (kind, id) DO UPDATE SET secret = excluded.secret");
        upsert.setBytes(1, OrderedText.encode(kind));
        upsert.setBytes(2, OrderedText.encode(id));
        upsert.setBytes(3, secret);
        return upsert.executeUpdate();
    }

    private static byte[] checked(byte[] secret) {
        if (secret.length == 0 || secret.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "an entry has 1 to %d bytes, not %d".formatted(MAX_BYTES, secret.length));
        }
        return secret.clone();
    }

    private static byte[] insert(Session session, String kind, String id, byte[] secret)
            throws SQLException {
        byte[] earlier = select(session, kind, id);
        if (earlier != null) {
            return earlier;
        }
        PreparedStatement insert =
                session.prepare("INSERT INTO entries (kind, id, secret) VALUES (?, ?, ?)");
        insert.setBytes(1, OrderedText.encode(kind));
        insert.setBytes(2, OrderedText.encode(id));
        insert.setBytes(3, secret);
        insert.executeUpdate();
        return secret;
    }

    private static byte @Nullable [] select(Session session, String kind, String id)
            throws SQLException {
        PreparedStatement select =
                session.prepare("SELECT secret FROM entries WHERE kind = ? AND id = ?");
        select.setBytes(1, OrderedText.encode(kind));
        select.setBytes(2, OrderedText.encode(id));
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getBytes(1) : null;
        }
    }

    @Override
    public CompletableFuture<Boolean> destroy(String kind, String id) {
        CompletableFuture<Void> scrubbed = new CompletableFuture<>();
        return workers.submit(session -> delete(session, kind, id, scrubbed))
                .thenCompose(there -> scrubbed.thenApply(done -> there));
    }

    private boolean delete(
            Session session, String kind, String id, CompletableFuture<Void> scrubbed)
            throws SQLException {
        boolean there =
                session.inTransaction(
                        own -> {
                            PreparedStatement delete =
                                    own.prepare("DELETE FROM entries WHERE kind = ? AND id = ?");
                            delete.setBytes(1, OrderedText.encode(kind));
                            delete.setBytes(2, OrderedText.encode(id));
                            boolean deleted = delete.executeUpdate() > 0;
                            if (deleted) {
                                own.prepare("INSERT OR IGNORE INTO unclean (only) VALUES (1)")
                                        .executeUpdate();
                            }
                            return deleted;
                        });
        if (session.number(UNCLEAN, 0) > 0) {
            awaitScrub(scrubbed);
        } else {
            scrubbed.complete(null);
        }
        return there;
    }

    /**
     * The first to wait asks for the work; whoever is destroyed before it begins is served by it
     * too.
     */
    private void awaitScrub(CompletableFuture<Void> scrubbed) {
        boolean first;
        synchronized (awaitingScrub) {
            first = awaitingScrub.isEmpty();
            awaitingScrub.add(scrubbed);
        }
        if (first) {
            @SuppressWarnings("unused") // those who wait hold futures of their own
            CompletableFuture<Void> end =
                    workers.submit(this::scrub)
                            .thenAccept(Runnable::run)
                            .exceptionally(
                                    refused -> {
                                        takeWaiting()
                                                .forEach(
                                                        waiting ->
                                                                waiting.completeExceptionally(
                                                                        refused));
                                        return null;
                                    });
        }
    }

    /** Does the work for all who wait, and gives back how to tell them. */
    private Runnable scrub(Session session) {
        List<CompletableFuture<Void>> served = takeWaiting();
        try {
            clean(session);
            return () -> served.forEach(waiting -> waiting.complete(null));
        } catch (SQLException failure) {
            VaultException unclean =
                    new VaultException(
                            "the entry is deleted, but traces of it may remain in the vault file until the next"
                                    + " destruction or start succeeds",
                            failure);
            return () -> served.forEach(waiting -> waiting.completeExceptionally(unclean));
        }
    }

    /** Finishes what a process could not, because it ended between deleting and cleaning up. */
    private static void finishCleaning(Session session) throws SQLException {
        if (session.number(UNCLEAN, 0) > 0) {
            clean(session);
        }
    }

    private static void clean(Session session) throws SQLException {
        session.execute("VACUUM");
        if (session.number("PRAGMA wal_checkpoint(TRUNCATE)", 1) != 0) {
            throw new SQLException("the write-ahead log could not be cut");
        }
        session.execute("DELETE FROM unclean");
    }

    private List<CompletableFuture<Void>> takeWaiting() {
        synchronized (awaitingScrub) {
            List<CompletableFuture<Void>> waiting = List.copyOf(awaitingScrub);
            awaitingScrub.clear();
            return waiting;
        }
    }

    @Override
    public CompletableFuture<List<String>> ids(String kind) {
        return workers.submit(
                session -> {
                    PreparedStatement select =
                            session.prepare("SELECT id FROM entries WHERE kind = ? ORDER BY id");
                    select.setBytes(1, OrderedText.encode(kind));
                    List<String> ids = new ArrayList<>();
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            ids.add(OrderedText.decode(rows.getBytes(1)));
                        }
                    }
                    return ids;
                });
    }

    @Override
    public void close() {
        workers.close();
    }
}
