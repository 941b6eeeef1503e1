package jp.tenken.storage.sqlite;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import jp.tenken.eventstore.tck.TokenStoreConformance;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.junit.jupiter.api.AfterEach;

class SqliteTokenStoreTest extends TokenStoreConformance {

    private final Map<Path, SqliteStorage> storages = new HashMap<>();

    @Override
    protected TokenStore open(Path directory, Owner owner) {
        return storages.computeIfAbsent(
                        directory, path -> SqliteStorage.open(path, Clock.systemUTC()))
                .tokens(owner.name(), owner.claimTimeout());
    }

    @AfterEach
    void closeTheStorages() {
        storages.values().forEach(SqliteStorage::close);
    }
}
