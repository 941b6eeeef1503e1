package jp.tenken.storage.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.tck.ProjectionsConformance;
import jp.tenken.projections.ViewStore;
import jp.tenken.storage.sqlite.DatabaseFile.Role;

class SqliteProjectionsTest extends ProjectionsConformance {

    @Override
    protected CommitLog openLog(Path directory) throws Exception {
        Files.createDirectories(directory);
        return SqliteCommitLog.open(new DatabaseFile(directory, Role.LOG), new UUID(1, 1));
    }

    @Override
    protected ViewStore openViews(Path directory) throws Exception {
        Files.createDirectories(directory);
        return SqliteViewStore.open(new DatabaseFile(directory, Role.VIEWS));
    }
}
