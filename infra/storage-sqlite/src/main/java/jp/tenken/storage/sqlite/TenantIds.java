package jp.tenken.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Small numbers for tenants, so that rows and indexes do not repeat their names: a third less to
 * write and to keep in the cache. A number belongs to its file and means nothing outside of it.
 *
 * <p>Reading is safe for any thread; new numbers are given on the thread of the file's writer.
 */
final class TenantIds {

    static final String TABLE =
            "CREATE TABLE tenants (id INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE)";

    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    /** Reads what the file knows. */
    TenantIds(Session session) throws SQLException {
        try (ResultSet rows = session.prepare("SELECT id, name FROM tenants").executeQuery()) {
            while (rows.next()) {
                known.put(OrderedText.decode(rows.getBytes(2)), rows.getInt(1));
            }
        }
    }

    /** The tenant's number; null when it has nothing in this file. */
    @Nullable Integer find(String tenant) {
        return known.get(tenant);
    }

    /** Begins to give out numbers in a transaction of the session. */
    Draft draft(Session session) {
        return new Draft(session);
    }

    /**
     * Numbers given in a transaction; they hold for others once it is committed and {@link
     * #publish} is called.
     */
    final class Draft {

        private final Session session;
        private final Map<String, Integer> added = new HashMap<>();

        private Draft(Session session) {
            this.session = session;
        }

        int id(String tenant) throws SQLException {
            Integer id = known.get(tenant);
            if (id == null) {
                id = added.get(tenant);
            }
            if (id == null) {
                id = known.size() + added.size() + 1;
                PreparedStatement insert =
                        session.prepare("INSERT INTO tenants (id, name) VALUES (?, ?)");
                insert.setInt(1, id);
                insert.setBytes(2, OrderedText.encode(tenant));
                insert.executeUpdate();
                added.put(tenant, id);
            }
            return id;
        }

        void publish() {
            known.putAll(added);
        }
    }
}
