package jp.tenken.eventstore;

/**
 * The log could not be read or opened, for a reason that lies with the storage and not with the
 * caller.
 */
public class CommitLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a message for the operator: what failed, where, and what to do. */
    public CommitLogException(String message) {
        super(message);
    }

    /** With the storage's own failure as cause. */
    public CommitLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
