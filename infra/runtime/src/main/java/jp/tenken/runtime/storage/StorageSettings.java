package jp.tenken.runtime.storage;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is, under {@code tenken}; the same in all services.
 *
 * @param storage the engine: {@code sqlite}, which one process has for itself, or {@code mongodb},
 *     which any number of processes share
 * @param data the data folder of {@code sqlite}; made when it is not there
 * @param masterKey the master key of the vault as text; without it the file {@code master.key} in
 *     the data folder of {@code sqlite}, which the first start makes; {@code mongodb} needs it
 * @param mongodb of {@code mongodb}
 */
@ConfigurationProperties("tenken")
public record StorageSettings(
        @DefaultValue("sqlite") String storage,
        @DefaultValue("./data") Path data,
        @Nullable String masterKey,
        @DefaultValue Mongodb mongodb) {

    private static final String KEY_FILE = "master.key";

    /**
     * The hosted engine.
     *
     * @param uri connection string with hosts and credentials; {@code mongodb} needs it
     * @param database in which log, views and vault are
     * @param allowStandalone whether a server that is no member of a replica set will do; it may
     *     lose what it has acknowledged
     */
    public record Mongodb(
            @Nullable String uri,
            @DefaultValue("tenken") String database,
            @DefaultValue("false") boolean allowStandalone) {

        /** Without credentials, so that they get into no log. */
        @Override
        public String toString() {
            return "Mongodb[database=%s, allowStandalone=%s]".formatted(database, allowStandalone);
        }
    }

    /** The data folder, absolute. */
    Path folder() {
        return data.toAbsolutePath().normalize();
    }

    /** Where the master key is when it is not given. */
    Path masterKeyFile() {
        return folder().resolve(KEY_FILE);
    }

    /** The master key where it is given. */
    @Nullable String givenKey() {
        return masterKey == null || masterKey.isBlank() ? null : masterKey;
    }

    /** The connection string where it is given. */
    @Nullable String givenUri() {
        String uri = mongodb.uri();
        return uri == null || uri.isBlank() ? null : uri;
    }

    /** Without key and credentials, so that they get into no log. */
    @Override
    public String toString() {
        return "StorageSettings[storage=%s, data=%s, mongodb=%s]".formatted(storage, data, mongodb);
    }
}
