package jp.tenken.storage.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jp.tenken.storage.sqlite.DataFolderException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which everything durable lives, held by one owner at a time: the operating system's
 * lock on the file {@code lock} goes when the process does, however it ends.
 *
 * <p>A new folder is complete once its {@code format} file is there; until then a file {@code
 * creating} marks what is left of a creation that was cut off, which the next start clears away. So
 * a folder without a format file but with a log is damaged, never new.
 *
 * <p>Thread-safe.
 */
public final class DataFolder implements AutoCloseable {

    /** The form of the folder that this program reads and writes. */
    public static final int FORMAT_VERSION = 1;

    private static final String LOCK = "lock";
    private static final String CREATING = "creating";

    /**
     * Folders held in this process. Asked before the lock file is touched: where locks are POSIX
     * locks, closing a second channel on the file would silently give up the lock of the first.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;
    private final UUID epoch;
    private volatile boolean complete;

    private DataFolder(
            Path path, FileChannel channel, FileLock lock, UUID epoch, boolean complete) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
        this.epoch = epoch;
        this.complete = complete;
    }

    /**
     * Takes the folder, and makes it when it is not there.
     *
     * @param epochs names a new log; used for a new folder only
     * @throws DataFolderException when it cannot be used
     */
    public static DataFolder open(Path folder, Supplier<UUID> epochs) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            path = path.toRealPath();
        } catch (IOException failure) {
            throw unusable(path, failure);
        }
        if (!HELD.add(path)) {
            throw locked(path, "this process", null);
        }
        try {
            return take(path, epochs);
        } catch (RuntimeException | Error failure) {
            HELD.remove(path);
            throw failure;
        }
    }

    private static DataFolder take(Path path, Supplier<UUID> epochs) {
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            path.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            FileLock lock = lock(path, channel);
            boolean complete = Files.exists(path.resolve(FormatFile.NAME));
            UUID epoch = complete ? FormatFile.read(path) : begin(path, epochs);
            return new DataFolder(path, channel, lock, epoch, complete);
        } catch (IOException failure) {
            closeQuietly(channel, failure);
            throw unusable(path, failure);
        } catch (DataFolderException refusal) {
            closeQuietly(channel, refusal);
            throw refusal;
        }
    }

    /** The folder, absolute. */
    public Path path() {
        return path;
    }

    /** Identity of the log that lives here; another one only after a restore. */
    public UUID epoch() {
        return epoch;
    }

    /**
     * One of the folder's databases. One that must be there and is not means that the folder is
     * damaged.
     */
    DatabaseFile database(DatabaseFile.Role role) {
        DatabaseFile file = new DatabaseFile(path, role);
        if (complete && role != DatabaseFile.Role.VIEWS && sizeOf(file.path()) == 0) {
            throw file.damaged("is missing or empty", null);
        }
        return file;
    }

    /** Marks a new folder as whole, once its databases are there. */
    void complete() {
        try {
            if (!complete) {
                FormatFile.write(path, epoch);
                complete = true;
            }
            Files.deleteIfExists(path.resolve(CREATING));
        } catch (IOException failure) {
            throw unusable(path, failure);
        }
    }

    /** Writes down another epoch, for the next who opens the folder. */
    void renew(UUID another) {
        try {
            FormatFile.write(path, another);
        } catch (IOException failure) {
            throw unusable(path, failure);
        }
    }

    /** Gives the folder back. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            lock.release();
            channel.close();
            HELD.remove(path);
        } catch (IOException failure) {
            throw unusable(path, failure);
        }
    }

    private static FileLock lock(Path path, FileChannel channel) throws IOException {
        FileLock lock = tryLock(path, channel);
        if (lock == null) {
            throw locked(path, "another process" + owner(channel), null);
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid())
                                .getBytes(StandardCharsets.US_ASCII)),
                0);
        return lock;
    }

    private static @Nullable FileLock tryLock(Path path, FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException loadedTwice) {
            throw locked(path, "this process", loadedTwice);
        }
    }

    private static DataFolderException locked(Path path, String owner, @Nullable Throwable cause) {
        return new DataFolderException(
                Kind.LOCKED,
                path,
                "the data folder %s is in use by %s; stop that first, or choose another folder"
                        .formatted(path, owner),
                cause);
    }

    /** The number that the owner left in the lock file, where it may be read. */
    private static String owner(FileChannel channel) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(20);
            channel.read(bytes, 0);
            String pid = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
            return pid.matches("[0-9]+") ? " (number " + pid + ")" : "";
        } catch (IOException lockedForReadingToo) {
            return "";
        }
    }

    private static UUID begin(Path path, Supplier<UUID> epochs) throws IOException {
        boolean cutOff = Files.exists(path.resolve(CREATING));
        for (DatabaseFile.Role role : DatabaseFile.Role.values()) {
            DatabaseFile file = new DatabaseFile(path, role);
            if (!cutOff && role != DatabaseFile.Role.VIEWS && Files.exists(file.path())) {
                throw new DataFolderException(
                        Kind.DAMAGED,
                        path,
                        "the data folder %s has a %s but no format file; restore the whole folder from a backup"
                                .formatted(path, role.fileName()));
            }
            for (Path leftOver : file.files()) {
                Files.deleteIfExists(leftOver);
            }
        }
        Files.write(path.resolve(CREATING), new byte[0]);
        return epochs.get();
    }

    private static DataFolderException unusable(Path path, IOException failure) {
        String reason =
                failure instanceof FileSystemException file && file.getReason() != null
                        ? file.getReason()
                        : String.valueOf(failure.getMessage());
        if (reason.toLowerCase(Locale.ROOT).contains("no space left")) {
            return new DataFolderException(
                    Kind.DISK_FULL,
                    path,
                    "there is no space left for the data folder %s; free some space"
                            .formatted(path),
                    failure);
        }
        return new DataFolderException(
                Kind.NOT_WRITABLE,
                path,
                "the data folder %s cannot be used: it must be a folder that the program's user may write (%s)"
                        .formatted(path, failure),
                failure);
    }

    private static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException vanished) {
            return 0;
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel, Exception why) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException second) {
            why.addSuppressed(second);
        }
    }
}
