package jp.tenken.runtime.storage;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import jp.tenken.runtime.Storage;
import jp.tenken.runtime.Waiting;
import jp.tenken.storage.mongodb.MongoSettings;
import jp.tenken.storage.mongodb.MongoStorage;
import jp.tenken.vault.MasterKeys;

/** The hosted engine: a database that any number of processes share. */
public final class MongodbEngine implements StorageEngine {

    /** As the setting says it. */
    public static final String NAME = "mongodb";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public OpenStorage open(StorageSettings settings, Clock clock) {
        String key = Objects.requireNonNull(settings.givenKey(), "a shared engine's master key");
        MongoStorage mongo = MongoStorage.open(of(settings));
        try {
            return new OpenStorage(
                    new Storage(
                            NAME,
                            mongo.location(),
                            mongo.log(),
                            mongo.views(),
                            mongo.vault(),
                            Waiting.atStart(MasterKeys.given(mongo.vault(), key)),
                            Optional.of(mongo.claims())),
                    mongo::close);
        } catch (RuntimeException failure) {
            mongo.close();
            throw failure;
        }
    }

    @Override
    public void renewEpoch(StorageSettings settings) {
        var unused = MongoStorage.renewEpoch(of(settings));
    }

    private static MongoSettings of(StorageSettings settings) {
        String uri = Objects.requireNonNull(settings.givenUri(), "the server's connection string");
        MongoSettings replicated = MongoSettings.of(uri, settings.mongodb().database());
        return settings.mongodb().allowStandalone() ? replicated.allowingStandalone() : replicated;
    }
}
