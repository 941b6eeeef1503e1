package jp.tenken.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.storage.sqlite.SpanFold.Span;
import jp.tenken.storage.sqlite.SpanFold.Subject;
import jp.tenken.storage.sqlite.SpanFold.Version;
import org.jspecify.annotations.Nullable;

/**
 * Writes one batch of versions, inside the transaction of whoever calls. For one thread and one
 * batch.
 */
final class ViewWriter {

    private final Session session;
    private final ViewLayout layout;
    private final TenantIds.Draft tenants;
    private final RowBytes bytes;
    private final PreparedStatement insertRow;
    private final PreparedStatement replaceRow;
    private final PreparedStatement insertSpan;
    private final PreparedStatement endSpan;
    private final PreparedStatement selectNewest;

    ViewWriter(Session session, ViewLayout layout, TenantIds.Draft tenants) throws SQLException {
        this.session = session;
        this.layout = layout;
        this.tenants = tenants;
        this.bytes = new RowBytes(layout);
        String insert =
                """
                INSERT INTO %s (tenant, key, since, ended, sort, attributes, text, document)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
                        .formatted(layout.rows());
        this.insertRow = session.prepare(insert);
        // Not for all rows: SQLite looks for each of them in the index once more.
        this.replaceRow =
                session.prepare(
                        insert
                                + """
                                 ON CONFLICT (tenant, key, since) DO UPDATE SET ended = excluded.ended, sort = excluded.sort,
                                  attributes = excluded.attributes, text = excluded.text, document = excluded.document""");
        this.insertSpan =
                session.prepare(
                        "INSERT INTO %s (tenant, attribute, value, sort, key, since, until) VALUES (?, ?, ?, ?, ?, ?, ?)"
                                .formatted(layout.spans()));
        this.endSpan =
                session.prepare(
                        """
                        UPDATE %s SET until = ?
                        WHERE tenant = ? AND attribute = ? AND value = ? AND sort = ? AND key = ? AND until = %d"""
                                .formatted(layout.spans(), Row.OPEN));
        this.selectNewest =
                session.prepare(
                        """
                        SELECT since, ended, sort, attributes FROM %s
                        WHERE tenant = ? AND key = ? ORDER BY since DESC LIMIT 1"""
                                .formatted(layout.rows()));
    }

    void write(List<Row> rows) throws SQLException {
        Map<RowKey, List<Row>> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.computeIfAbsent(row.key(), key -> new ArrayList<>(2)).add(row));
        for (Map.Entry<RowKey, List<Row>> entry : byKey.entrySet()) {
            int tenant = tenants.id(entry.getKey().tenant());
            write(tenant, OrderedText.encode(entry.getKey().key()), entry.getValue());
        }
        insertRow.executeBatch();
        endSpan.executeBatch();
        insertSpan.executeBatch();
    }

    private void write(int tenant, byte[] key, List<Row> rows) throws SQLException {
        Version newest = newest(tenant, key);
        if (newest != null && newest.since() >= rows.getFirst().since()) {
            rewrite(tenant, key, rows);
            return;
        }
        SpanFold fold = newest == null ? new SpanFold() : new SpanFold(newest);
        fold.fold(versions(rows));
        for (Row row : rows) {
            add(insertRow, tenant, key, row);
        }
        for (Span span : fold.ended) {
            end(tenant, key, span);
        }
        for (Span span : fold.added) {
            add(tenant, key, span);
        }
    }

    /**
     * The versions of a key as spans see them: those that go on where the one before ends, under
     * the same subjects, are one with it. Most are.
     */
    private List<Version> versions(List<Row> rows) {
        List<Version> versions = new ArrayList<>(2);
        Row last = null;
        for (Row row : rows) {
            if (last != null && goesOn(last, row)) {
                versions.add(versions.removeLast().until(row.until()));
            } else {
                versions.add(Version.of(layout, row));
            }
            last = row;
        }
        return versions;
    }

    private static boolean goesOn(Row before, Row row) {
        return before.until() == row.since()
                && before.since() < before.until()
                && row.since() < row.until()
                && before.sort().equals(row.sort())
                && before.attributes().equals(row.attributes());
    }

    private @Nullable Version newest(int tenant, byte[] key) throws SQLException {
        selectNewest.setInt(1, tenant);
        selectNewest.setBytes(2, key);
        try (ResultSet found = selectNewest.executeQuery()) {
            return found.next() ? version(found) : null;
        }
    }

    private Version version(ResultSet found) throws SQLException {
        return Version.of(
                layout,
                found.getLong(1),
                found.getLong(2),
                OrderedText.decode(found.getBytes(3)),
                AttributeBytes.decode(layout.attributes(), found.getBytes(4)));
    }

    private void add(PreparedStatement statement, int tenant, byte[] key, Row row)
            throws SQLException {
        statement.setInt(1, tenant);
        statement.setBytes(2, key);
        statement.setLong(3, row.since());
        statement.setLong(4, row.until());
        bytes.take(row);
        statement.setBytes(5, bytes.sort());
        statement.setBytes(6, bytes.attributes());
        statement.setBytes(7, bytes.text());
        statement.setBytes(8, row.document());
        statement.addBatch();
    }

    private void add(int tenant, byte[] key, Span span) throws SQLException {
        insertSpan.setInt(1, tenant);
        insertSpan.setInt(2, span.subject().attribute());
        insertSpan.setBytes(3, OrderedText.encode(span.subject().value()));
        insertSpan.setBytes(4, OrderedText.encode(span.subject().sort()));
        insertSpan.setBytes(5, key);
        insertSpan.setLong(6, span.since());
        insertSpan.setLong(7, span.until());
        insertSpan.addBatch();
    }

    private void end(int tenant, byte[] key, Span span) throws SQLException {
        endSpan.setLong(1, span.until());
        endSpan.setInt(2, tenant);
        endSpan.setInt(3, span.subject().attribute());
        endSpan.setBytes(4, OrderedText.encode(span.subject().value()));
        endSpan.setBytes(5, OrderedText.encode(span.subject().sort()));
        endSpan.setBytes(6, key);
        endSpan.addBatch();
    }

    /** Replaces versions that are there, which is rare: all spans of the key are made anew. */
    private void rewrite(int tenant, byte[] key, List<Row> rows) throws SQLException {
        Set<Subject> stale = new LinkedHashSet<>();
        versions(tenant, key).forEach(version -> stale.addAll(version.subjects()));
        PreparedStatement delete =
                session.prepare(
                        "DELETE FROM %s WHERE tenant = ? AND attribute = ? AND value = ? AND sort = ? AND key = ?"
                                .formatted(layout.spans()));
        for (Subject subject : stale) {
            delete.setInt(1, tenant);
            delete.setInt(2, subject.attribute());
            delete.setBytes(3, OrderedText.encode(subject.value()));
            delete.setBytes(4, OrderedText.encode(subject.sort()));
            delete.setBytes(5, key);
            delete.executeUpdate();
        }
        for (Row row : rows) {
            add(replaceRow, tenant, key, row);
        }
        replaceRow.executeBatch();
        SpanFold fold = new SpanFold();
        fold.fold(versions(tenant, key));
        for (Span span : fold.added) {
            add(tenant, key, span);
        }
    }

    private List<Version> versions(int tenant, byte[] key) throws SQLException {
        PreparedStatement select =
                session.prepare(
                        "SELECT since, ended, sort, attributes FROM %s WHERE tenant = ? AND key = ? ORDER BY since"
                                .formatted(layout.rows()));
        select.setInt(1, tenant);
        select.setBytes(2, key);
        List<Version> versions = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                versions.add(version(found));
            }
        }
        return versions;
    }
}
