package jp.tenken.runtime.storage;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tenken.edge.SettingsException;
import jp.tenken.storage.sqlite.DataFolderException;

/**
 * Opens the engine that the settings name, or says in one line why not. What belongs to another
 * engine is no harmless rest: whoever gave it believes that the data is there.
 */
public final class StorageChoice {

    private final Map<String, StorageEngine> engines;

    /** Among all that there are. */
    public static StorageChoice ofAll() {
        return new StorageChoice(List.of(new SqliteEngine(), new MongodbEngine()));
    }

    /** Among these. */
    public StorageChoice(Collection<StorageEngine> engines) {
        this.engines =
                engines.stream()
                        .collect(
                                Collectors.toMap(
                                        StorageEngine::name,
                                        Function.identity(),
                                        (one, other) -> other,
                                        TreeMap::new));
    }

    /**
     * Opens the chosen engine.
     *
     * @param whole whether this process is all there is, else one of several services
     * @throws SettingsException when the settings do not fit together
     */
    public OpenStorage open(StorageSettings settings, boolean whole, Clock clock) {
        StorageEngine engine = chosen(settings);
        try {
            return engine.open(settings, clock);
        } catch (DataFolderException refused) {
            if (whole || refused.kind() != DataFolderException.Kind.LOCKED) {
                throw refused;
            }
            throw new SettingsException(
                    refused.getMessage()
                            + "; separate services share one log with tenken.storage=mongodb only",
                    refused);
        }
    }

    /**
     * Gives the log of the chosen engine another epoch; see {@link StorageEngine#renewEpoch}.
     *
     * @throws SettingsException when the settings do not fit together
     */
    public void renewEpoch(StorageSettings settings) {
        chosen(settings).renewEpoch(settings);
    }

    private StorageEngine chosen(StorageSettings settings) {
        StorageEngine engine = engines.get(settings.storage());
        if (engine == null) {
            throw new SettingsException(
                    "tenken.storage is %s; it can be one of %s"
                            .formatted(settings.storage(), String.join(", ", engines.keySet())));
        }
        boolean mongodb = engine.name().equals(MongodbEngine.NAME);
        if (mongodb && settings.givenUri() == null) {
            throw new SettingsException(
                    "tenken.storage is mongodb, but no server is named; set TENKEN_MONGODB_URI");
        }
        if (!mongodb && settings.givenUri() != null) {
            throw new SettingsException(
                    "a MongoDB server is named (TENKEN_MONGODB_URI), but tenken.storage is %s; set"
                                    .formatted(engine.name())
                            + " TENKEN_STORAGE=mongodb or take the URI away");
        }
        if (engine.shared() && settings.givenKey() == null) {
            throw new SettingsException(
                    "tenken.storage is %s, which needs the master key of the vault; set"
                                    .formatted(engine.name())
                            + " TENKEN_MASTER_KEY, the same for all services");
        }
        return engine;
    }
}
