package jp.tenken.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.tenken.projections.ViewName;
import jp.tenken.runtime.Storage;

/**
 * A storage engine as benchmarks see it: through its ports, and past them.
 *
 * <p>The raw side works on copies of what the engine itself has laid out, so tables, indexes and
 * rows are the same by construction.
 */
interface BenchEngine extends AutoCloseable {

    /** As in {@code RESULT} lines. */
    String name();

    /** What it runs on, beside the machine of the benchmark, for the report. */
    default List<String> describe() {
        return List.of();
    }

    /** Why figures of this engine pass no bar here; empty where they can. */
    default String reservation() {
        return "";
    }

    /** What of a scale is bearable here; the same unless something is lacking. */
    default Scale bearable(Scale asked) {
        return asked;
    }

    /**
     * Opens the engine on a folder, which is made when it is not there. A folder may stand for
     * something elsewhere, for example a database.
     */
    OpenedStorage open(Path folder);

    /** Copies what the engine keeps in a folder where it is closed to another that is not there. */
    void copy(Path from, Path to) throws Exception;

    /** What the program is told so that it works on a folder: settings by their names. */
    Map<String, String> settings(Path folder);

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

    /** Removes what the engine keeps elsewhere, and ends what it started. */
    @Override
    default void close() {}

    /** An opened engine with what closes it. */
    record OpenedStorage(Storage storage, Runnable closing) {}
}
