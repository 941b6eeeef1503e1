package jp.tenken.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewProgress;
import jp.tenken.projections.ViewSchema;
import org.jspecify.annotations.Nullable;

/**
 * Which views there are, where their rows lie and how far they have read. For one thread and one
 * transaction.
 */
final class ViewRegistry {

    /**
     * Numbers are never used twice: a reader that still holds one must not come upon another view's
     * tables.
     */
    static final String TABLE =
            """
            CREATE TABLE views (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              name TEXT NOT NULL UNIQUE,
              attributes TEXT NOT NULL,
              position INTEGER NOT NULL DEFAULT 0,
              epoch BLOB)""";

    private final Session session;

    ViewRegistry(Session session) {
        this.session = session;
    }

    @Nullable ViewLayout find(ViewName view) throws SQLException {
        PreparedStatement select =
                session.prepare("SELECT id, attributes FROM views WHERE name = ?");
        select.setString(1, view.toString());
        try (ResultSet found = select.executeQuery()) {
            return found.next()
                    ? new ViewLayout(
                            found.getInt(1), view, ViewLayout.splitAttributes(found.getString(2)))
                    : null;
        }
    }

    /** As {@link #find}, where there must be one. */
    ViewLayout require(ViewName view) throws SQLException {
        ViewLayout layout = find(view);
        if (layout == null) {
            throw undeclared(view);
        }
        return layout;
    }

    /**
     * Lays out a view unless it is there.
     *
     * @throws IllegalArgumentException when it is there in another shape
     */
    void create(ViewSchema schema) throws SQLException {
        ViewLayout there = find(schema.name());
        if (there == null) {
            layOut(schema);
        } else if (!there.attributes().equals(schema.attributes())) {
            throw new IllegalArgumentException(
                    "view %s is laid out with %s; another shape needs another version"
                            .formatted(schema.name(), there.attributes()));
        }
    }

    private void layOut(ViewSchema schema) throws SQLException {
        PreparedStatement insert =
                session.prepare("INSERT INTO views (name, attributes) VALUES (?, ?)");
        insert.setString(1, schema.name().toString());
        insert.setString(2, ViewLayout.joinAttributes(schema.attributes()));
        insert.executeUpdate();
        for (String sql : require(schema.name()).creation()) {
            session.execute(sql);
        }
    }

    /** Removes a view with its rows, if it is there. */
    void remove(ViewName view) throws SQLException {
        ViewLayout layout = find(view);
        if (layout != null) {
            for (String sql : layout.removal()) {
                session.execute(sql);
            }
            PreparedStatement delete = session.prepare("DELETE FROM views WHERE id = ?");
            delete.setInt(1, layout.id());
            delete.executeUpdate();
        }
    }

    /** Gives a view the name of another, which is removed. */
    void promote(ViewName shadow, ViewName view) throws SQLException {
        ViewLayout rebuilt = require(shadow);
        if (!shadow.equals(view)) {
            remove(view);
            PreparedStatement rename = session.prepare("UPDATE views SET name = ? WHERE id = ?");
            rename.setString(1, view.toString());
            rename.setInt(2, rebuilt.id());
            rename.executeUpdate();
        }
    }

    ViewProgress progress(ViewName view) throws SQLException {
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

    void reach(ViewName view, long position, UUID epoch) throws SQLException {
        PreparedStatement update =
                session.prepare("UPDATE views SET position = ?, epoch = ? WHERE name = ?");
        update.setLong(1, position);
        update.setBytes(2, UuidBytes.encode(epoch));
        update.setString(3, view.toString());
        update.executeUpdate();
    }

    private static IllegalArgumentException undeclared(ViewName view) {
        return new IllegalArgumentException("no such view: " + view);
    }
}
