package jp.tenken.runtime.storage;

import java.time.Clock;
import jp.tenken.runtime.Storage;
import jp.tenken.runtime.Waiting;
import jp.tenken.storage.sqlite.SqliteStorage;
import jp.tenken.vault.MasterKey;
import jp.tenken.vault.MasterKeys;

/** The embedded engine: files in a folder that one process has for itself. */
public final class SqliteEngine implements StorageEngine {

    /** As the setting says it. */
    public static final String NAME = "sqlite";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public OpenStorage open(StorageSettings settings, Clock clock) {
        SqliteStorage sqlite = SqliteStorage.open(settings.folder(), clock);
        try {
            return new OpenStorage(
                    new Storage(
                            NAME,
                            settings.folder().toString(),
                            sqlite.log(),
                            sqlite.views(),
                            sqlite.vault(),
                            masterKey(sqlite, settings)),
                    sqlite::close);
        } catch (RuntimeException failure) {
            sqlite.close();
            throw failure;
        }
    }

    @Override
    public void renewEpoch(StorageSettings settings) {
        var unused = SqliteStorage.renewEpoch(settings.folder());
    }

    private static MasterKey masterKey(SqliteStorage sqlite, StorageSettings settings) {
        String given = settings.givenKey();
        return Waiting.atStart(
                given == null
                        ? MasterKeys.inFile(sqlite.vault(), settings.masterKeyFile())
                        : MasterKeys.given(sqlite.vault(), given));
    }
}
