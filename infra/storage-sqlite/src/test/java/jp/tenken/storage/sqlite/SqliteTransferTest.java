package jp.tenken.storage.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.tck.TransferConformance;
import jp.tenken.storage.sqlite.DatabaseFile.Role;

class SqliteTransferTest extends TransferConformance {

    @Override
    protected CommitLog open(Path directory) throws Exception {
        Files.createDirectories(directory);
        return SqliteCommitLog.open(new DatabaseFile(directory, Role.LOG), new UUID(1, 1));
    }
}
