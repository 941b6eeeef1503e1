package jp.tenken.it.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import jp.tenken.it.audit.Findings;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.Ledger;
import jp.tenken.it.audit.LedgerAudit;
import jp.tenken.it.audit.LogAudit;
import jp.tenken.it.audit.LogContent;
import jp.tenken.it.audit.ViewAudit;
import jp.tenken.storage.sqlite.SqliteStorage;

/**
 * Opens a data folder whose program is dead, and looks at everything in it. Used for one run, by
 * one thread.
 */
final class FolderAudit {

    private static final List<String> DATABASES = List.of("log.db", "vault.db", "views.db");

    private final Findings findings;
    private final LogAudit log;
    private final LedgerAudit ledger;
    private final ViewAudit views;

    FolderAudit(Ledger ledger, Findings findings, SplittableRandom random) {
        this.findings = findings;
        this.log = new LogAudit(findings);
        this.ledger = new LedgerAudit(ledger, findings);
        this.views = new ViewAudit(findings, random);
    }

    /**
     * Audits a copy, so that the program itself meets the folder as the crash has left it.
     *
     * @param scratch for the copy; emptied before and after
     */
    LogContent ofCopy(Path folder, Path scratch) {
        delete(scratch);
        copy(folder, scratch);
        LogContent content = of(scratch);
        delete(scratch);
        return content;
    }

    /** Audits the folder itself. */
    LogContent of(Path folder) {
        LogContent content;
        try (SqliteStorage storage = SqliteStorage.open(folder, Clock.systemUTC())) {
            storage.notices().forEach(notice -> findings.add(Kind.PROGRAM, notice));
            content = LogContent.of(storage.log());
            log.check(storage.log(), content);
            ledger.check(content);
            views.check(storage.log(), storage.views());
        }
        DATABASES.forEach(name -> requireIntegrity(folder.resolve(name)));
        return content;
    }

    /** Bytes of the log that are in its write-ahead log only. */
    static long unmerged(Path folder) {
        Path ahead = folder.resolve("log.db-wal");
        try {
            return Files.exists(ahead) ? Files.size(ahead) : 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void requireIntegrity(Path database) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
            String said = result.next() ? result.getString(1) : "nothing";
            if (!"ok".equals(said)) {
                findings.add(Kind.LOG, "%s: integrity_check says %s".formatted(database, said));
            }
        } catch (SQLException unreadable) {
            findings.add(Kind.LOG, "%s cannot be read: %s".formatted(database, unreadable));
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Deletes a folder with all in it; one that is not there is fine. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
