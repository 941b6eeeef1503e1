package jp.tenken.storage.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import jp.tenken.storage.sqlite.DataFolderException.Kind;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What SQLite's result codes mean for the operator, in plain English. The one place that knows the
 * codes.
 */
final class SqliteFailures {

    private static final int PRIMARY_CODE = 0xFF;

    private SqliteFailures() {}

    /** One line on what failed in which file and what to do. */
    static String describe(Path file, Throwable failure) {
        return failure instanceof SQLException sql
                ? "%s: %s (%s)".formatted(file, advice(primaryCode(sql)), sql.getMessage())
                : "%s: %s".formatted(file, failure.getMessage());
    }

    private static String advice(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_FULL -> "the disk is full and nothing was written; free some space";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                    "the file is damaged; stop the program and restore the data folder from a backup";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                    "the file cannot be opened for writing; give the program's user read and write access";
            case SQLITE_IOERR -> "reading or writing failed; check the disk";
            default -> "the storage refused the operation";
        };
    }

    /** Why a file could not be opened, where the code says it. */
    static Optional<Kind> kind(SQLException failure) {
        return switch (primaryCode(failure)) {
            case SQLITE_FULL -> Optional.of(Kind.DISK_FULL);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> Optional.of(Kind.DAMAGED);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                    Optional.of(Kind.NOT_WRITABLE);
            case SQLITE_BUSY, SQLITE_LOCKED -> Optional.of(Kind.LOCKED);
            default -> Optional.empty();
        };
    }

    static boolean isFull(SQLException failure) {
        return primaryCode(failure) == SQLiteErrorCode.SQLITE_FULL;
    }

    /** Whether the SQL named a table that is not there (any more). */
    static boolean isMissingTable(SQLException failure) {
        String message = failure.getMessage();
        return primaryCode(failure) == SQLiteErrorCode.SQLITE_ERROR
                && message != null
                && message.contains("no such table");
    }

    private static SQLiteErrorCode primaryCode(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY_CODE)
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }
}
