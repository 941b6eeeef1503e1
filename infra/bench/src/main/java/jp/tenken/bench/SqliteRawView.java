package jp.tenken.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import jp.tenken.projections.ViewName;
import jp.tenken.storage.sqlite.SqliteStorage;

/**
 * A view's rows by JDBC: one transaction per batch, prepared statements kept open, every span
 * written once with the row version that began it, as it stands in the end.
 */
final class SqliteRawView implements RawView {

    private static final String MOVE = "UPDATE views SET position = ? WHERE id = ?";

    private record Version(
            long tenant,
            byte[] key,
            long since,
            long ended,
            byte[] sort,
            byte[] attributes,
            byte[] text,
            byte[] document,
            List<Span> spans) {}

    private record Span(
            long tenant,
            long attribute,
            byte[] value,
            byte[] sort,
            byte[] key,
            long since,
            long until) {}

    private final int id;
    private final List<String> layout = new ArrayList<>();
    private final List<Version> versions = new ArrayList<>();
    private final String insertRow;
    private final String insertSpan;

    SqliteRawView(Path file, ViewName view) throws SQLException {
        try (Connection reader = SqliteConnections.open(file, List.of("PRAGMA query_only=ON"))) {
            id = number(reader, view);
            layout.addAll(SqliteConnections.tables(reader));
            read(reader);
        }
        insertRow =
                "INSERT INTO rows_%d (tenant, key, since, ended, sort, attributes, text, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                        .formatted(id);
        insertSpan =
                "INSERT INTO spans_%d (tenant, attribute, value, sort, key, since, until) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        .formatted(id);
    }

    private static int number(Connection reader, ViewName view) throws SQLException {
        try (PreparedStatement select =
                reader.prepareStatement("SELECT id FROM views WHERE name = ?")) {
            select.setString(1, view.toString());
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    throw new SQLException("there is no view " + view);
                }
                return found.getInt(1);
            }
        }
    }

    private void read(Connection reader) throws SQLException {
        Map<String, List<Span>> spans = spans(reader);
        try (Statement statement = reader.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT tenant, key, since, ended, sort, attributes, text, document FROM rows_%d ORDER BY id"
                                        .formatted(id))) {
            while (found.next()) {
                byte[] key = found.getBytes(2);
                String at = at(found.getLong(1), key, found.getLong(3));
                versions.add(
                        new Version(
                                found.getLong(1),
                                key,
                                found.getLong(3),
                                found.getLong(4),
                                found.getBytes(5),
                                found.getBytes(6),
                                found.getBytes(7),
                                found.getBytes(8),
                                spans.getOrDefault(at, List.of())));
            }
        }
    }

    private Map<String, List<Span>> spans(Connection reader) throws SQLException {
        Map<String, List<Span>> spans = new HashMap<>();
        try (Statement statement = reader.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT tenant, attribute, value, sort, key, since, until FROM spans_%d"
                                        .formatted(id))) {
            while (found.next()) {
                Span span =
                        new Span(
                                found.getLong(1),
                                found.getLong(2),
                                found.getBytes(3),
                                found.getBytes(4),
                                found.getBytes(5),
                                found.getLong(6),
                                found.getLong(7));
                spans.computeIfAbsent(
                                at(span.tenant(), span.key(), span.since()),
                                key -> new ArrayList<>())
                        .add(span);
            }
        }
        return spans;
    }

    private static String at(long tenant, byte[] key, long since) {
        return tenant + "/" + HexFormat.of().formatHex(key) + "/" + since;
    }

    @Override
    public List<String> calls() {
        List<String> calls = new ArrayList<>();
        calls.add("writer: " + String.join("; ", SqliteStorage.viewWriterSettings()));
        layout.forEach(sql -> calls.add("layout: " + sql));
        calls.add(
                "write: BEGIN IMMEDIATE; "
                        + insertRow
                        + "; "
                        + insertSpan
                        + "; "
                        + MOVE
                        + "; COMMIT");
        return calls;
    }

    @Override
    public int size() {
        return versions.size();
    }

    @Override
    public long write(Path folder, List<Integer> batches) throws Exception {
        Files.createDirectories(folder);
        try (Connection writer =
                        SqliteConnections.open(
                                folder.resolve("views.db"), SqliteStorage.viewWriterSettings());
                Statement statement = writer.createStatement()) {
            for (String sql : layout) {
                statement.execute(sql);
            }
            statement.execute(
                    "INSERT INTO views (id, name, attributes) VALUES (%d, 'raw_v1', '')"
                            .formatted(id));
            long begun = System.nanoTime();
            write(writer, batches);
            return System.nanoTime() - begun;
        }
    }

    private void write(Connection writer, List<Integer> batches) throws SQLException {
        try (PreparedStatement begin = writer.prepareStatement("BEGIN IMMEDIATE");
                PreparedStatement commit = writer.prepareStatement("COMMIT");
                PreparedStatement rows = writer.prepareStatement(insertRow);
                PreparedStatement spans = writer.prepareStatement(insertSpan);
                PreparedStatement move = writer.prepareStatement(MOVE)) {
            int from = 0;
            for (int batch : batches) {
                begin.executeUpdate();
                for (Version version : versions.subList(from, from + batch)) {
                    add(rows, spans, version);
                }
                from += batch;
                rows.executeBatch();
                spans.executeBatch();
                move.setLong(1, from);
                move.setInt(2, id);
                move.executeUpdate();
                commit.executeUpdate();
            }
        }
    }

    private static void add(PreparedStatement rows, PreparedStatement spans, Version version)
            throws SQLException {
        rows.setLong(1, version.tenant());
        rows.setBytes(2, version.key());
        rows.setLong(3, version.since());
        rows.setLong(4, version.ended());
        rows.setBytes(5, version.sort());
        rows.setBytes(6, version.attributes());
        rows.setBytes(7, version.text());
        rows.setBytes(8, version.document());
        rows.addBatch();
        for (Span span : version.spans()) {
            spans.setLong(1, span.tenant());
            spans.setLong(2, span.attribute());
            spans.setBytes(3, span.value());
            spans.setBytes(4, span.sort());
            spans.setBytes(5, span.key());
            spans.setLong(6, span.since());
            spans.setLong(7, span.until());
            spans.addBatch();
        }
    }
}
