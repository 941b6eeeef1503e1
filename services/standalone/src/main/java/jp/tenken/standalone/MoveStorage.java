package jp.tenken.standalone;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tenken.runtime.Storage;
import jp.tenken.storage.sqlite.SqliteStorage;
import jp.tenken.vault.MasterKey;
import jp.tenken.vault.MasterKeys;

/**
 * The storage of the settings, open for a command instead of for the services. The one place where
 * commands learn which engine it is.
 */
record MoveStorage(Storage storage, Runnable closing) implements AutoCloseable {

    private static final int PATIENCE_MINUTES = 5;

    /** Opens it. Nobody else may have it open where the engine allows only one. */
    static MoveStorage open(StandaloneSettings settings, Clock clock) {
        SqliteStorage sqlite = SqliteStorage.open(settings.folder(), clock);
        try {
            String given = settings.masterKey();
            MasterKey key =
                    within(
                            given == null || given.isBlank()
                                    ? MasterKeys.inFile(sqlite.vault(), settings.masterKeyFile())
                                    : MasterKeys.given(sqlite.vault(), given));
            return new MoveStorage(
                    new Storage(
                            "sqlite",
                            settings.folder().toString(),
                            sqlite.log(),
                            sqlite.views(),
                            sqlite.vault(),
                            key),
                    sqlite::close);
        } catch (RuntimeException failure) {
            sqlite.close();
            throw failure;
        }
    }

    private static <T> T within(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the vault was opened", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the vault could not be opened", failure);
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
