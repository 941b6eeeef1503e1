package jp.tenken.storage.sqlite;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.format.CommitCodec;

/** Appends to the log file. For the thread that holds the file's writing session. */
final class LogWriter {

    static final String[] TABLES = {
        TenantIds.TABLE,
        "CREATE TABLE log (only INTEGER PRIMARY KEY CHECK (only = 1), epoch BLOB NOT NULL)",
        """
        CREATE TABLE commits (
          position INTEGER PRIMARY KEY,
          tenant INTEGER NOT NULL,
          tenant_sequence INTEGER NOT NULL,
          events INTEGER NOT NULL,
          recorded_at INTEGER NOT NULL,
          append_id BLOB NOT NULL,
          content BLOB NOT NULL)""",
        "CREATE UNIQUE INDEX commits_append ON commits (append_id)",
        "CREATE UNIQUE INDEX commits_tenant ON commits (tenant, tenant_sequence)",
        "CREATE INDEX commits_recorded ON commits (recorded_at)",
        """
        CREATE TABLE commit_keys (
          key INTEGER NOT NULL,
          position INTEGER NOT NULL,
          PRIMARY KEY (key, position)) WITHOUT ROWID"""
    };

    static final String INSERT_COMMIT =
            "INSERT INTO commits (position, tenant, tenant_sequence, events, recorded_at, append_id, content)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    static final String INSERT_KEY = "INSERT INTO commit_keys (key, position) VALUES (?, ?)";

    private final Path file;
    private final TenantIds tenants;
    private final LogKeys keys = new LogKeys();

    LogWriter(Path file, TenantIds tenants) {
        this.file = file;
        this.tenants = tenants;
    }

    /**
     * Appends all commits, durably, or none.
     *
     * @throws CommitLogException when it is certain that none was written
     */
    AppendOutcome append(Session session, List<Commit> commits) {
        TenantIds.Draft draft = tenants.draft(session);
        try {
            session.begin();
            insert(session, draft, commits);
        } catch (SQLException failure) {
            session.rollback(failure);
            throw new CommitLogException(SqliteFailures.describe(file, failure), failure);
        } catch (RuntimeException failure) {
            session.rollback(failure);
            throw new CommitLogException("nothing was written: " + failure.getMessage(), failure);
        }
        try {
            session.commit();
        } catch (SQLException failure) {
            session.rollback(failure);
            if (SqliteFailures.isFull(failure)) {
                throw new CommitLogException(SqliteFailures.describe(file, failure), failure);
            }
            // The end of the transaction may be on the disk or not: the next start would find out.
            return new AppendOutcome.Unknown(failure);
        }
        draft.publish();
        return new AppendOutcome.Appended();
    }

    private void insert(Session session, TenantIds.Draft draft, List<Commit> commits)
            throws SQLException {
        PreparedStatement rows = session.prepare(INSERT_COMMIT);
        PreparedStatement entries = session.prepare(INSERT_KEY);
        for (Commit commit : commits) {
            CommitHeader header = commit.header();
            rows.setLong(1, header.position());
            rows.setInt(2, draft.id(header.tenant()));
            rows.setLong(3, header.tenantSequence());
            rows.setInt(4, header.eventCount());
            rows.setLong(5, header.recordedAtMicros());
            rows.setBytes(6, UuidBytes.encode(header.appendId()));
            rows.setBytes(7, CommitCodec.encode(commit));
            rows.addBatch();
            for (long key : keys.of(commit)) {
                entries.setLong(1, key);
                entries.setLong(2, header.position());
                entries.addBatch();
            }
        }
        rows.executeBatch();
        entries.executeBatch();
    }
}
