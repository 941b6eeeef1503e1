package jp.tenken.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.tenken.projections.Row;
import jp.tenken.projections.ViewName;
import jp.tenken.storage.sqlite.SqliteStorage;
import org.jspecify.annotations.Nullable;

/** A view's live rows by JDBC: one prepared statement, kept open, all columns that a page needs. */
final class SqliteRawRows implements RawRows {

    private final Connection reader;
    private final int id;
    private final List<String> attributes;
    private final String select;

    SqliteRawRows(Path file, ViewName view) throws SQLException {
        reader = SqliteConnections.open(file, SqliteStorage.viewReaderSettings());
        try (PreparedStatement find =
                reader.prepareStatement("SELECT id, attributes FROM views WHERE name = ?")) {
            find.setString(1, view.toString());
            try (ResultSet found = find.executeQuery()) {
                if (!found.next()) {
                    throw new SQLException("there is no view " + view);
                }
                id = found.getInt(1);
                attributes = List.of(found.getString(2).split("\n", -1));
            }
        }
        select =
                """
                SELECT s.sort, s.key, r.since, r.document FROM spans_%d s CROSS JOIN rows_%d r ON r.id =
                (SELECT v.id FROM rows_%d v WHERE v.tenant = s.tenant AND v.key = s.key ORDER BY v.since DESC LIMIT 1)
                WHERE s.tenant = ? AND s.attribute = ? AND s.value = ? AND s.until = %d AND s.sort >= ?
                ORDER BY s.sort, s.key LIMIT ?"""
                        .formatted(id, id, id, Row.OPEN);
    }

    @Override
    public List<String> calls() {
        List<String> calls = new ArrayList<>();
        calls.add("reader: " + String.join("; ", SqliteStorage.viewReaderSettings()));
        calls.add("read: " + select);
        return calls;
    }

    @Override
    public Question question(String key, @Nullable String attribute, String value, int limit)
            throws SQLException {
        PreparedStatement page = reader.prepareStatement(select);
        page.setLong(1, tenant(key));
        page.setLong(2, attribute == null ? 0 : 1 + attributes.indexOf(attribute));
        page.setBytes(3, bytes(value));
        page.setLong(5, limit);
        return sort -> {
            page.setBytes(4, bytes(sort));
            int rows = 0;
            try (ResultSet found = page.executeQuery()) {
                while (found.next()) {
                    rows += read(found);
                }
            }
            return rows;
        };
    }

    private static int read(ResultSet found) throws SQLException {
        int bytes = found.getBytes(1).length + found.getBytes(2).length + found.getBytes(4).length;
        return bytes > 0 && found.getLong(3) > 0 ? 1 : 0;
    }

    private long tenant(String key) throws SQLException {
        try (PreparedStatement find =
                reader.prepareStatement(
                        "SELECT tenant FROM rows_%d WHERE key = ? LIMIT 1".formatted(id))) {
            find.setBytes(1, bytes(key));
            try (ResultSet found = find.executeQuery()) {
                if (!found.next()) {
                    throw new SQLException("there is no row " + key);
                }
                return found.getLong(1);
            }
        }
    }

    /** Keys, values and sorts of the benchmarks are ASCII, which the engine stores as it is. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
