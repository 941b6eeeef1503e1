package jp.tenken.projections;

/** What a view's processor is doing. */
public enum ViewState {
    /** Not started, or shut down. */
    STOPPED,
    /** Reading what was in the log before; readers see an older state. */
    CATCHING_UP,
    /** At the end of the log, waiting for what comes next. */
    LIVE,
    /** Kept by another process; this one takes over when that one is gone. */
    STANDING_BY,
    /** The store or the log does not answer; tried again with growing pauses. */
    RETRYING,
    /** Stopped with an alarm: a handler failed or the log has a hole. Needs a person. */
    FAILED
}
