package jp.tenken.storage.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.tenken.storage.sqlite.DataFolderException.Kind;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * One SQLite file of a data folder: how it is made, recognized, checked and connected to.
 *
 * <p>The file names itself (its application id) and the version of its layout (its user version),
 * so that a file in the wrong place or from a newer program is noticed before anything is written
 * to it.
 */
final class DatabaseFile {

    /** What a file holds, with the settings that go with it. */
    enum Role {
        /** The commits. Acknowledged means on the disk. */
        LOG("log.db", 0x546E6B4C, "FULL", 64, "PRAGMA wal_autocheckpoint=4000"),
        /** Secrets and claims. Nothing that was deleted may remain readable in the file. */
        VAULT(
                "vault.db",
                0x546E6B53,
                "FULL",
                4,
                "PRAGMA secure_delete=ON",
                "PRAGMA temp_store=MEMORY"),
        /**
         * Views. The log can make them again, so losing the last moments to a power cut is no loss.
         */
        VIEWS("views.db", 0x546E6B56, "NORMAL", 64, "PRAGMA wal_autocheckpoint=4000");

        private final String fileName;
        private final int applicationId;
        private final String synchronous;
        private final int cacheMebibytes;
        private final List<String> settings;

        Role(
                String fileName,
                int applicationId,
                String synchronous,
                int cacheMebibytes,
                String... settings) {
            this.fileName = fileName;
            this.applicationId = applicationId;
            this.synchronous = synchronous;
            this.cacheMebibytes = cacheMebibytes;
            this.settings = List.of(settings);
        }

        String fileName() {
            return fileName;
        }

        /** What the writing connection is told first, as SQL. */
        List<String> writerSettings() {
            List<String> all = new ArrayList<>();
            all.add(cacheSize(cacheMebibytes));
            all.add("PRAGMA journal_mode=WAL");
            all.add("PRAGMA synchronous=" + synchronous);
            all.add("PRAGMA journal_size_limit=" + (64L << 20));
            all.addAll(settings);
            return List.copyOf(all);
        }

        /** What a reading connection is told first, as SQL. */
        List<String> readerSettings() {
            return List.of(cacheSize(READER_CACHE_MEBIBYTES), "PRAGMA query_only=ON");
        }

        private static String cacheSize(int mebibytes) {
            return "PRAGMA cache_size=-" + mebibytes * 1024;
        }
    }

    /** Version of the tables that this program writes, the same number for all three files. */
    static final int LAYOUT = 1;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int READER_CACHE_MEBIBYTES = 8;
    private static final int BUSY_MILLIS = 10_000;

    private final Path folder;
    private final Role role;

    DatabaseFile(Path folder, Role role) {
        this.folder = folder;
        this.role = role;
    }

    Path path() {
        return folder.resolve(role.fileName);
    }

    /** The file with those that SQLite keeps beside it. */
    List<Path> files() {
        return List.of(
                path(),
                folder.resolve(role.fileName + "-wal"),
                folder.resolve(role.fileName + "-shm"));
    }

    /** Bytes on the disk, the write-ahead log included. */
    long size() {
        return files().stream().mapToLong(DatabaseFile::sizeOf).sum();
    }

    private static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException vanished) {
            return 0;
        }
    }

    /**
     * Opens the file for writing, and lays out its tables when it is new.
     *
     * @param tables SQL that makes the tables of layout {@value #LAYOUT}
     * @throws DataFolderException when it cannot be used, for a reason that the operator can act on
     */
    private Session open(String... tables) {
        Session session = null;
        try {
            refuseForeignFile();
            session = connect(role.writerSettings());
            layOut(session, tables);
            check(session);
            return session;
        } catch (SQLException failure) {
            closeQuietly(session, failure);
            throw refused(failure);
        } catch (IOException failure) {
            closeQuietly(session, failure);
            throw new DataFolderException(
                    Kind.NOT_WRITABLE,
                    folder,
                    "%s cannot be read; give the program's user read and write access"
                            .formatted(path()),
                    failure);
        } catch (DataFolderException refusal) {
            closeQuietly(session, refusal);
            throw refusal;
        }
    }

    /** Further connections that only read. */
    private List<Session> readers(int count) {
        List<Session> readers = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                readers.add(connect(role.readerSettings()));
            }
            return readers;
        } catch (SQLException failure) {
            readers.forEach(reader -> closeQuietly(reader, failure));
            throw refused(failure);
        }
    }

    /**
     * The path as a URI: a folder name may contain what would otherwise begin the options of a JDBC
     * URL.
     */
    private Session connect(List<String> settings) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        // The driver would ask for the key of every row inserted, and keep that question open.
        config.setGetGeneratedKeys(false);
        Session session = new Session(config.createConnection("jdbc:sqlite:" + path().toUri()));
        try {
            for (String setting : settings) {
                session.execute(setting);
            }
            return session;
        } catch (SQLException failure) {
            closeQuietly(session, failure);
            throw failure;
        }
    }

    private void refuseForeignFile() throws IOException {
        if (!Files.exists(path()) || Files.size(path()) == 0) {
            return;
        }
        try (InputStream in = Files.newInputStream(path())) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw damaged("is not a database", null);
            }
        }
    }

    private void layOut(Session session, String... tables) throws SQLException {
        long application = session.number("PRAGMA application_id", 0);
        long layout = session.number("PRAGMA user_version", 0);
        boolean empty = session.number("SELECT count(*) FROM sqlite_schema", 0) == 0;
        if (application == 0 && layout == 0 && empty) {
            session.inTransaction(
                    own -> {
                        for (String table : tables) {
                            own.execute(table);
                        }
                        own.execute("PRAGMA application_id=" + role.applicationId);
                        own.execute("PRAGMA user_version=" + LAYOUT);
                        return LAYOUT;
                    });
        } else if (application != role.applicationId) {
            throw damaged("holds something else than it should", null);
        } else if (layout > LAYOUT) {
            throw new DataFolderException(
                    Kind.NEWER_FORMAT,
                    folder,
                    "%s was written by a newer version of this program (layout %d, this one knows %d); start that version"
                            .formatted(path(), layout, LAYOUT));
        }
    }

    /**
     * Looks at what costs the same for every size: the write-ahead log is taken over, the schema
     * can be read, the first page agrees with the length of the file. A check of all pages would
     * make every start as long as the log.
     */
    private void check(Session session) throws SQLException, IOException {
        session.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        long expected =
                session.number("PRAGMA page_count", 0) * session.number("PRAGMA page_size", 0);
        if (Files.size(path()) < expected) {
            throw damaged("is shorter than it should be", null);
        }
        if (session.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table'", 0) == 0) {
            throw damaged("has lost its tables", null);
        }
    }

    /**
     * Opens the file with its readers and builds on them.
     *
     * @param tables as in {@link #open}
     * @throws DataFolderException when the file cannot be used; everything is closed again then
     */
    <T> T open(int readerCount, Building<T> building, String... tables) {
        List<Session> sessions = new ArrayList<>();
        try {
            sessions.add(open(tables));
            sessions.addAll(readers(readerCount));
            return building.on(sessions.getFirst(), sessions.subList(1, sessions.size()));
        } catch (SQLException failure) {
            sessions.forEach(session -> closeQuietly(session, failure));
            throw refused(failure);
        } catch (RuntimeException failure) {
            sessions.forEach(session -> closeQuietly(session, failure));
            throw failure;
        }
    }

    /** What is built on an opened file. */
    @FunctionalInterface
    interface Building<T> {
        T on(Session writer, List<Session> readers) throws SQLException;
    }

    private DataFolderException refused(SQLException failure) {
        Kind kind = SqliteFailures.kind(failure).orElse(Kind.DAMAGED);
        return new DataFolderException(
                kind, folder, SqliteFailures.describe(path(), failure), failure);
    }

    /** The file cannot be used as it is. */
    DataFolderException damaged(String how, @Nullable Throwable cause) {
        return new DataFolderException(
                Kind.DAMAGED,
                folder,
                "%s %s; restore the data folder %s from a backup".formatted(path(), how, folder),
                cause);
    }

    private static void closeQuietly(@Nullable Session session, Exception why) {
        if (session != null) {
            try {
                session.close();
            } catch (SQLException second) {
                why.addSuppressed(second);
            }
        }
    }
}
