package jp.tenken.standalone;

import java.io.PrintWriter;
import jp.tenken.eventstore.transfer.TransferProgress;

/** Says how far long work has come, in steps of ten in a hundred. For one thread. */
final class MoveProgress implements TransferProgress {

    private static final int STEP_PERCENT = 10;
    private static final int ALL_PERCENT = 100;

    private final PrintWriter out;
    private final String work;
    private long told;

    /**
     * To a writer.
     *
     * @param work what is done, as a word of both languages
     */
    MoveProgress(PrintWriter out, String work) {
        this.out = out;
        this.work = work;
    }

    @Override
    public void reached(long done, long all) {
        long percent = done * ALL_PERCENT / all;
        if (percent - told >= STEP_PERCENT || (done == all && told < ALL_PERCENT)) {
            told = percent;
            out.printf("  %s %3d %%  %,d / %,d%n", work, percent, done, all);
            out.flush();
        }
    }
}
