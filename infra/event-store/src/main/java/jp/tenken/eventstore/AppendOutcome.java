package jp.tenken.eventstore;

/**
 * What an engine can say of an attempt to append. A call that fails with {@link CommitLogException}
 * has certainly written nothing; any other failure means {@link Unknown}.
 */
public sealed interface AppendOutcome {

    /** All commits are durable, at the positions that they name. */
    record Appended() implements AppendOutcome {}

    /**
     * The log did not end at the expected head, so at least the last commit was not written. A
     * prefix of the batch may have been: engines without multi-document transactions keep it. The
     * caller reads the log to find out which of its append ids stand.
     */
    record HeadMoved() implements AppendOutcome {}

    /**
     * The engine cannot tell: the reply was lost or the time ran out. The commits may be there, may
     * arrive later, or never. The caller resolves it by reading and by offering the same commits
     * again.
     *
     * @param cause what went wrong
     */
    record Unknown(Throwable cause) implements AppendOutcome {}
}
