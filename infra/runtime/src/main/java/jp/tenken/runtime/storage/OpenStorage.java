package jp.tenken.runtime.storage;

import jp.tenken.runtime.Storage;

/**
 * A storage with what closes it.
 *
 * @param storage its ports
 * @param closer closes the engine at the end, after everything that uses the ports
 */
public record OpenStorage(Storage storage, Runnable closer) implements AutoCloseable {

    @Override
    public void close() {
        closer.run();
    }
}
