package jp.tenken.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tenken.storage.sqlite.SqliteStorage;

/**
 * The log file by JDBC: prepared statements kept open, rows bound by type and sent as JDBC batches,
 * one transaction per batch, connections told what the engine tells its own.
 */
final class SqliteRawLog implements RawLog {

    private static final String INSERT_COMMIT =
            "INSERT INTO commits (position, tenant, tenant_sequence, events, recorded_at, append_id, content) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_KEY =
            "INSERT INTO commit_keys (key, position) VALUES (?, ?)";
    private static final String BY_KEY =
            "SELECT c.position, c.content FROM commit_keys k CROSS JOIN commits c ON c.position = k.position WHERE k.key = ? ORDER BY k.position";
    private static final String SCAN = "SELECT position, content FROM commits ORDER BY position";
    private static final String ROWS =
            "SELECT position, tenant, tenant_sequence, events, recorded_at, append_id, content FROM commits WHERE position > ? AND position <= ? ORDER BY position";
    private static final String KEYS =
            "SELECT key, position FROM commit_keys WHERE position > ? AND position <= ?";

    /** A row of {@code commits} with its rows of {@code commit_keys}. */
    private record Stored(
            long position,
            long tenant,
            long tenantSequence,
            long events,
            long recordedAt,
            byte[] appendId,
            byte[] content,
            List<Long> keys) {}

    private record Rows(List<Stored> rows) implements Documents {
        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public long bytes() {
            return rows.stream().mapToLong(row -> row.content().length).sum();
        }
    }

    private final Connection writer;
    private final Connection reader;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement insertCommit;
    private final PreparedStatement insertKey;
    private final PreparedStatement byKey;

    SqliteRawLog(Path file) throws SQLException {
        writer = SqliteConnections.open(file, SqliteStorage.logWriterSettings());
        reader = SqliteConnections.open(file, SqliteStorage.logReaderSettings());
        begin = writer.prepareStatement("BEGIN IMMEDIATE");
        commit = writer.prepareStatement("COMMIT");
        insertCommit = writer.prepareStatement(INSERT_COMMIT);
        insertKey = writer.prepareStatement(INSERT_KEY);
        byKey = reader.prepareStatement(BY_KEY);
    }

    @Override
    public List<String> calls() {
        List<String> calls = new ArrayList<>();
        calls.add("writer: " + String.join("; ", SqliteStorage.logWriterSettings()));
        calls.add("reader: " + String.join("; ", SqliteStorage.logReaderSettings()));
        try {
            SqliteConnections.tables(reader).forEach(sql -> calls.add("layout: " + sql));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        calls.add("write: BEGIN IMMEDIATE; " + INSERT_COMMIT + "; " + INSERT_KEY + "; COMMIT");
        calls.add("read by index: " + BY_KEY);
        calls.add("scan: " + SCAN);
        return calls;
    }

    @Override
    public Documents documents(long after, long upTo) throws SQLException {
        Map<Long, List<Long>> keys = keys(after, upTo);
        List<Stored> rows = new ArrayList<>();
        try (PreparedStatement select = reader.prepareStatement(ROWS)) {
            select.setLong(1, after);
            select.setLong(2, upTo);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(
                            new Stored(
                                    found.getLong(1),
                                    found.getLong(2),
                                    found.getLong(3),
                                    found.getLong(4),
                                    found.getLong(5),
                                    found.getBytes(6),
                                    found.getBytes(7),
                                    keys.getOrDefault(found.getLong(1), List.of())));
                }
            }
        }
        return new Rows(rows);
    }

    private Map<Long, List<Long>> keys(long after, long upTo) throws SQLException {
        Map<Long, List<Long>> keys = new HashMap<>();
        try (PreparedStatement select = reader.prepareStatement(KEYS)) {
            select.setLong(1, after);
            select.setLong(2, upTo);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    keys.computeIfAbsent(found.getLong(2), position -> new ArrayList<>(4))
                            .add(found.getLong(1));
                }
            }
        }
        return keys;
    }

    @Override
    public long[] insert(Documents documents, List<Integer> batches) throws SQLException {
        List<Stored> rows = ((Rows) documents).rows();
        long[] nanos = new long[batches.size()];
        int from = 0;
        for (int i = 0; i < nanos.length; i++) {
            int to = from + batches.get(i);
            long begun = System.nanoTime();
            insert(rows.subList(from, to));
            nanos[i] = System.nanoTime() - begun;
            from = to;
        }
        return nanos;
    }

    private void insert(List<Stored> rows) throws SQLException {
        begin.executeUpdate();
        for (Stored row : rows) {
            insertCommit.setLong(1, row.position());
            insertCommit.setLong(2, row.tenant());
            insertCommit.setLong(3, row.tenantSequence());
            insertCommit.setLong(4, row.events());
            insertCommit.setLong(5, row.recordedAt());
            insertCommit.setBytes(6, row.appendId());
            insertCommit.setBytes(7, row.content());
            insertCommit.addBatch();
            for (long key : row.keys()) {
                insertKey.setLong(1, key);
                insertKey.setLong(2, row.position());
                insertKey.addBatch();
            }
        }
        insertCommit.executeBatch();
        insertKey.executeBatch();
        commit.executeUpdate();
    }

    @Override
    public List<IndexedRead> indexedReads(List<List<Long>> groups) throws SQLException {
        Map<Long, Set<Long>> keysAt = new HashMap<>();
        groups.forEach(group -> group.forEach(at -> keysAt.put(at, new HashSet<>())));
        try (PreparedStatement select =
                        reader.prepareStatement("SELECT key, position FROM commit_keys");
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                Set<Long> keys = keysAt.get(found.getLong(2));
                if (keys != null) {
                    keys.add(found.getLong(1));
                }
            }
        }
        List<IndexedRead> reads = new ArrayList<>();
        for (List<Long> group : groups) {
            Set<Long> common = new HashSet<>(keysAt.getOrDefault(group.getFirst(), Set.of()));
            group.forEach(at -> common.retainAll(keysAt.getOrDefault(at, Set.of())));
            if (common.size() != 1) {
                throw new IllegalStateException("not one index entry in common: " + common);
            }
            long key = common.iterator().next();
            reads.add(() -> read(key));
        }
        return reads;
    }

    private int read(long key) throws SQLException {
        byKey.setLong(1, key);
        try (ResultSet found = byKey.executeQuery()) {
            return count(found);
        }
    }

    @Override
    public long scan() throws SQLException {
        try (PreparedStatement select = reader.prepareStatement(SCAN);
                ResultSet found = select.executeQuery()) {
            return count(found);
        }
    }

    private static int count(ResultSet found) throws SQLException {
        int count = 0;
        long last = 0;
        while (found.next()) {
            long position = found.getLong(1);
            if (position <= last || found.getBytes(2).length == 0) {
                throw new IllegalStateException("position " + position + " is not as it should be");
            }
            last = position;
            count++;
        }
        return count;
    }

    @Override
    public void close() {
        try {
            reader.close();
            writer.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("a raw connection did not close", failure);
        }
    }
}
