package jp.tenken.bench;

import java.nio.file.Path;
import jp.tenken.projections.ViewName;
import jp.tenken.runtime.Storage;

/**
 * A storage engine as benchmarks see it: through its ports, and past them.
 *
 * <p>The raw side works on copies of what the engine itself has laid out, so tables, indexes and
 * rows are the same by construction.
 */
interface BenchEngine {

    /** As in {@code RESULT} lines. */
    String name();

    /** Opens the engine on a folder, which is made when it is not there. */
    OpenedStorage open(Path folder);

    /**
     * Opens, by the driver alone, the log that the engine has laid out in a folder. With the engine
     * open on the same folder only reading is allowed.
     */
    RawLog rawLog(Path folder) throws Exception;

    /**
     * Reads, by the driver alone, the rows that the engine has written for a view in a folder, and
     * can write them again elsewhere.
     */
    RawView rawView(Path folder, ViewName view) throws Exception;

    /** Reads, by the driver alone, pages of what the engine has written for a view in a folder. */
    RawRows rawRows(Path folder, ViewName view) throws Exception;

    /** The least share of the raw scan that replay must reach. */
    double replayBar();

    /** An opened engine with what closes it. */
    record OpenedStorage(Storage storage, Runnable closing) {}
}
