package jp.tenken.storage.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.tenken.eventstore.tck.ViewStoreConformance;
import jp.tenken.projections.ViewStore;
import jp.tenken.storage.sqlite.DatabaseFile.Role;

class SqliteViewStoreTest extends ViewStoreConformance {

    @Override
    protected ViewStore open(Path directory) throws Exception {
        Files.createDirectories(directory);
        return SqliteViewStore.open(new DatabaseFile(directory, Role.VIEWS));
    }
}
