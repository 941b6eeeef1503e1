package jp.tenken.storage.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import jp.tenken.storage.sqlite.DataFolderException.Kind;

/**
 * Gives the log in a data folder another epoch. The epoch stands in two places, the format file and
 * the log's own file, so that a file of another folder is noticed. Broken off between the two, the
 * folder is refused until this was done again.
 */
final class EpochRenewal {

    private EpochRenewal() {}

    /**
     * Does it; the folder must be there and must not be open.
     *
     * @throws DataFolderException when the folder cannot be used, or nothing was restored there
     */
    static void run(Path folder, UUID epoch) {
        if (!Files.exists(folder.resolve(FormatFile.NAME))) {
            throw new DataFolderException(
                    Kind.DAMAGED,
                    folder,
                    "%s is not a data folder; restore the whole folder from a backup, or name the one that was restored"
                            .formatted(folder));
        }
        try (DataFolder held = DataFolder.open(folder, () -> epoch)) {
            name(held.database(DatabaseFile.Role.LOG), epoch);
            held.renew(epoch);
        }
    }

    private static void name(DatabaseFile log, UUID epoch) {
        var unused =
                log.open(
                        0,
                        (session, readers) -> {
                            try (session) {
                                var row =
                                        session.prepare(
                                                "INSERT OR REPLACE INTO log (only, epoch) VALUES (1, ?)");
                                row.setBytes(1, UuidBytes.encode(epoch));
                                return row.executeUpdate();
                            }
                        },
                        LogWriter.TABLES);
    }
}
