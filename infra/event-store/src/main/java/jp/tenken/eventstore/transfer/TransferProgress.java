package jp.tenken.eventstore.transfer;

/** Hears how far long work has come. Called on the thread that does the work; must be quick. */
@FunctionalInterface
public interface TransferProgress {

    /** Nobody who listens. */
    TransferProgress SILENT = (done, all) -> {};

    /**
     * So many events are done.
     *
     * @param done at least 0, never falling within one piece of work
     * @param all at least 1
     */
    void reached(long done, long all);
}
