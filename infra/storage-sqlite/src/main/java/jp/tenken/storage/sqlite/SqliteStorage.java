package jp.tenken.storage.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.projections.ViewStore;
import jp.tenken.storage.sqlite.DatabaseFile.Role;
import jp.tenken.vault.Vault;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that a process keeps in one data folder: log, views, vault and tokens, opened together
 * and closed together.
 *
 * <p>The folder belongs to this storage until it is closed or the process ends. Thread-safe.
 */
public final class SqliteStorage implements AutoCloseable {

    /** Axon's own default: claims are renewed several times within it. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    private static final Logger logger = LoggerFactory.getLogger(SqliteStorage.class);

    private final DataFolder folder;
    private final Clock clock;
    private final UUID tokensIdentity;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<String> notices = new ArrayList<>();
    private final SqliteCommitLog log;
    private final SqliteVault vault;
    private final SqliteViewStore views;

    /**
     * Opens the folder, and makes it when it is not there.
     *
     * @param clock of this process, which is the only one that claims tokens here
     * @throws DataFolderException when the folder cannot be used; its message is for the operator
     */
    public static SqliteStorage open(Path folder, Clock clock) {
        return open(folder, clock, UUID::randomUUID);
    }

    /** As {@link #open(Path, Clock)}, with names for a new log from elsewhere. */
    static SqliteStorage open(Path folder, Clock clock, Supplier<UUID> epochs) {
        DataFolder held = DataFolder.open(folder, epochs);
        return new SqliteStorage(held, clock, epochs.get());
    }

    /**
     * Gives the log in a folder another epoch, which has to be done when the folder was restored
     * from a backup: its positions and sequences may come to mean other events than those that
     * others have read. Nobody may have the folder open. Doing it again is harmless, and needed
     * where it was broken off.
     *
     * @return the new epoch
     * @throws DataFolderException when the folder cannot be used, or there is none
     */
    public static UUID renewEpoch(Path folder) {
        UUID epoch = UUID.randomUUID();
        EpochRenewal.run(folder, epoch);
        return epoch;
    }

    private SqliteStorage(DataFolder folder, Clock clock, UUID tokensIdentity) {
        this.folder = folder;
        this.clock = clock;
        this.tokensIdentity = tokensIdentity;
        opened.push(folder);
        try {
            log = SqliteCommitLog.open(folder.database(Role.LOG), folder.epoch());
            opened.push(log);
            vault = SqliteVault.open(folder.database(Role.VAULT));
            opened.push(vault);
            views = openViews(clock);
            opened.push(views);
            folder.complete();
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    /**
     * Views can be made again from the log, so a damaged file is put aside instead of stopping the
     * program.
     */
    private SqliteViewStore openViews(Clock clock) {
        DatabaseFile file = folder.database(Role.VIEWS);
        try {
            return SqliteViewStore.open(file);
        } catch (DataFolderException failure) {
            if (failure.kind() != DataFolderException.Kind.DAMAGED) {
                throw failure;
            }
            Path aside = setAside(file, clock);
            String notice =
                    "%s was damaged and is now %s; all views are built anew from the log"
                            .formatted(file.path(), aside.getFileName());
            notices.add(notice);
            logger.warn("{} ({})", notice, failure.getMessage());
            return SqliteViewStore.open(file);
        }
    }

    private Path setAside(DatabaseFile file, Clock clock) {
        Path aside =
                file.path()
                        .resolveSibling(
                                Role.VIEWS.fileName()
                                        + ".damaged-"
                                        + clock.instant().getEpochSecond());
        try {
            Files.move(file.path(), aside);
            for (Path companion : file.files()) {
                Files.deleteIfExists(companion);
            }
            return aside;
        } catch (IOException failure) {
            throw new DataFolderException(
                    DataFolderException.Kind.NOT_WRITABLE,
                    folder.path(),
                    "%s is damaged and cannot be put aside; remove it, views are built anew from the log"
                            .formatted(file.path()),
                    failure);
        }
    }

    /**
     * What the connection that writes the log is told first, as SQL, in order: whoever measures the
     * log against SQLite itself says the same.
     */
    public static List<String> logWriterSettings() {
        return Role.LOG.writerSettings();
    }

    /** As {@link #logWriterSettings}, of the connections that read the log. */
    public static List<String> logReaderSettings() {
        return Role.LOG.readerSettings();
    }

    /** As {@link #logWriterSettings}, of the connection that writes the views. */
    public static List<String> viewWriterSettings() {
        return Role.VIEWS.writerSettings();
    }

    /** As {@link #logWriterSettings}, of the connections that read the views. */
    public static List<String> viewReaderSettings() {
        return Role.VIEWS.readerSettings();
    }

    /** The log. Closed with the storage. */
    public CommitLog log() {
        return log;
    }

    /** The views. Closed with the storage. */
    public ViewStore views() {
        return views;
    }

    /** The vault. Closed with the storage. */
    public Vault vault() {
        return vault;
    }

    /** The tokens of Axon's processors as this process sees them, which has them all to itself. */
    public TokenStore tokens() {
        return tokens("tenken", CLAIM_TIMEOUT);
    }

    /**
     * The tokens as one of several owners in this process sees them.
     *
     * @param owner who claims; two stores of one owner share their claims
     * @param claimTimeout after which another's claim that was not renewed may be taken
     */
    public TokenStore tokens(String owner, Duration claimTimeout) {
        return new SqliteTokenStore(vault.workers(), owner, claimTimeout, clock, tokensIdentity);
    }

    /** Sizes and counts of this moment. */
    public CompletableFuture<StorageFacts> facts() {
        return log.head()
                .thenApply(
                        head ->
                                new StorageFacts(
                                        folder.path(),
                                        new DatabaseFile(folder.path(), Role.LOG).size(),
                                        new DatabaseFile(folder.path(), Role.VAULT).size(),
                                        new DatabaseFile(folder.path(), Role.VIEWS).size(),
                                        head));
    }

    /** What happened at opening that the operator should know, one line each; usually nothing. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /**
     * Lets all accepted work be done, closes the files and gives the folder back. Closing twice is
     * harmless.
     */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failure) {
                logger.warn("{} did not close cleanly", folder.path(), failure);
            }
        }
    }
}
