package jp.tenken.storage.sqlite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.tck.CommitLogConformance;
import jp.tenken.storage.sqlite.DatabaseFile.Role;

class SqliteCommitLogTest extends CommitLogConformance {

    @Override
    protected CommitLog open(Path directory) throws Exception {
        Files.createDirectories(directory);
        UUID epoch = UUID.nameUUIDFromBytes(directory.toString().getBytes(StandardCharsets.UTF_8));
        return SqliteCommitLog.open(new DatabaseFile(directory, Role.LOG), epoch);
    }
}
