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
}
