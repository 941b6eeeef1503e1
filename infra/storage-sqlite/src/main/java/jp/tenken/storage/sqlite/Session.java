package jp.tenken.storage.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to one file, with the statements that were prepared on it. Transactions are plain
 * {@code BEGIN} and {@code COMMIT}; the driver's own transaction mode stays off, because it would
 * keep one open between calls.
 *
 * <p>For one thread at a time.
 */
final class Session implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Session.class);

    /** Statements vary with the shape of criteria and queries, so their number is bounded. */
    private static final int STATEMENTS = 256;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);

    Session(Connection connection) {
        this.connection = connection;
    }

    /**
     * The statement for this SQL, ready for binding. It stays with the session: whoever uses it
     * does not close it.
     */
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) {
            return known;
        }
        if (statements.size() >= STATEMENTS) {
            var eldest = statements.entrySet().iterator();
            eldest.next().getValue().close();
            eldest.remove();
        }
        PreparedStatement prepared = connection.prepareStatement(sql);
        statements.put(sql, prepared);
        return prepared;
    }

    /** What was asked for lately. */
    Set<String> prepared() {
        return Set.copyOf(statements.keySet());
    }

    /** Runs SQL that gives no rows and takes no parameters. */
    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * The first column of the only row, or {@code otherwise} when there is no row or the column is
     * null.
     */
    long number(String sql, long otherwise) throws SQLException {
        try (ResultSet rows = prepare(sql).executeQuery()) {
            if (!rows.next()) {
                return otherwise;
            }
            long value = rows.getLong(1);
            return rows.wasNull() ? otherwise : value;
        }
    }

    /** Starts a transaction that may write. */
    void begin() throws SQLException {
        prepare("BEGIN IMMEDIATE").executeUpdate();
    }

    void commit() throws SQLException {
        prepare("COMMIT").executeUpdate();
    }

    /**
     * Gives up the transaction. SQLite may have done so by itself after a full disk or a failed
     * write; then there is none, and the complaint about it says nothing new.
     */
    void rollback(Throwable why) {
        forgetStatements();
        try {
            execute("ROLLBACK");
        } catch (SQLException none) {
            why.addSuppressed(none);
        }
    }

    /**
     * To be called after any failure: the driver closes a statement that failed, without saying so.
     */
    void forgetStatements() {
        for (PreparedStatement statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException failure) {
                logger.debug("A statement did not close cleanly", failure);
            }
        }
        statements.clear();
    }

    /** Runs the work in a transaction, all of it or nothing. */
    <T> T inTransaction(Work<T> work) throws SQLException {
        begin();
        try {
            T result = work.on(this);
            commit();
            return result;
        } catch (SQLException failure) {
            rollback(failure);
            throw failure;
        } catch (RuntimeException | Error failure) {
            rollback(failure);
            throw failure;
        }
    }

    @Override
    public void close() throws SQLException {
        forgetStatements();
        connection.close();
    }

    /** Something to do on a session. */
    @FunctionalInterface
    interface Work<T> {
        T on(Session session) throws SQLException;
    }
}
