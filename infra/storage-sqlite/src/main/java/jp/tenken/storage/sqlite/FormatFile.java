package jp.tenken.storage.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tenken.storage.sqlite.DataFolderException.Kind;

/**
 * The file {@code format} of a data folder: two lines of text that say which version of the
 * folder's form this is and which log lives in it.
 *
 * <pre>
 * tenken-data-folder 1
 * epoch 3f0c6f0e-8e3c-4c55-9f1e-0a4c6f0f1b11
 * </pre>
 */
final class FormatFile {

    static final String NAME = "format";

    private static final Pattern VERSION = Pattern.compile("tenken-data-folder ([1-9][0-9]{0,8})");
    private static final Pattern EPOCH =
            Pattern.compile("epoch ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final int LINES = 2;

    private FormatFile() {}

    /** The epoch in the file of this program's version. */
    static UUID read(Path folder) {
        Path file = folder.resolve(NAME);
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (CharacterCodingException notText) {
            throw malformed(folder);
        } catch (IOException failure) {
            throw new DataFolderException(
                    Kind.NOT_WRITABLE,
                    folder,
                    "%s cannot be read; give the program's user read and write access"
                            .formatted(file),
                    failure);
        }
        Matcher version = VERSION.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!version.matches()) {
            throw malformed(folder);
        }
        int written = Integer.parseInt(version.group(1));
        if (written > DataFolder.FORMAT_VERSION) {
            throw new DataFolderException(
                    Kind.NEWER_FORMAT,
                    folder,
                    "the data folder %s was written by a newer version of this program (format %d, this one knows %d); start that version"
                            .formatted(folder, written, DataFolder.FORMAT_VERSION));
        }
        Matcher epoch = EPOCH.matcher(lines.size() == LINES ? lines.get(1) : "");
        if (!epoch.matches()) {
            throw malformed(folder);
        }
        return UUID.fromString(epoch.group(1));
    }

    /** Writes the file so that it is there whole and durably, or not at all. */
    static void write(Path folder, UUID epoch) throws IOException {
        String text =
                "tenken-data-folder %d%nepoch %s%n"
                        .formatted(DataFolder.FORMAT_VERSION, epoch)
                        .toLowerCase(Locale.ROOT);
        Path draft = folder.resolve(NAME + ".new");
        try (FileChannel channel =
                FileChannel.open(
                        draft,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(
                draft,
                folder.resolve(NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folder);
    }

    /** Makes names in a folder durable, where the operating system offers that. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOffered) {
            // Windows opens no folders; its file systems write names durably by themselves.
            return;
        }
    }

    private static DataFolderException malformed(Path folder) {
        return new DataFolderException(
                Kind.DAMAGED,
                folder,
                "%s is not the format file of a data folder; restore the data folder from a backup"
                        .formatted(folder.resolve(NAME)));
    }
}
