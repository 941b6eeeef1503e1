package jp.tenken.eventstore.format;

import jp.tenken.eventstore.CommitLogException;

/**
 * The bytes are no commit of a format that this program reads: damaged, or written by a newer one.
 */
public final class CommitFormatException extends CommitLogException {

    private static final long serialVersionUID = 1L;

    /** With what was expected and where. */
    public CommitFormatException(String message) {
        super(message);
    }
}
