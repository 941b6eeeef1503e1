package jp.tenken.runtime.storage;

import java.time.Clock;

/** An engine that can be chosen by its name. Stateless. */
public interface StorageEngine {

    /** As the setting {@code tenken.storage} says it. */
    String name();

    /**
     * Whether any number of processes may open it at once; then the master key must be given, since
     * none of them has a folder that the others see.
     */
    boolean shared();

    /**
     * Opens it. May wait, since nothing can be answered before.
     *
     * @throws RuntimeException whose message is one line for the operator, where the operator can
     *     help
     */
    OpenStorage open(StorageSettings settings, Clock clock);

    /**
     * Gives the log another epoch, which a storage needs that was restored from a backup: cursors
     * and views of before belong to another history. Nobody may have the storage open. May wait.
     *
     * @throws RuntimeException as {@link #open}
     */
    void renewEpoch(StorageSettings settings);
}
