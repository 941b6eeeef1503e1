package jp.tenken.bench;

import java.nio.file.Path;
import java.util.List;

/** The rows of one view as the engine has stored them, in memory, to be written again. */
interface RawView {

    /** What connections are told, the layout, and the calls made, for the report. */
    List<String> calls();

    /** Number of row versions. */
    int size();

    /**
     * Writes all rows into an empty store of the same layout, with what finds them again, in
     * transactions that each also move the view's position, as durably as the engine does.
     *
     * @param folder empty
     * @param batches how many row versions each transaction has; they add up to {@link #size()}
     * @return nanoseconds for all transactions
     */
    long write(Path folder, List<Integer> batches) throws Exception;
}
