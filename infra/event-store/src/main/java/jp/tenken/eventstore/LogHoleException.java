package jp.tenken.eventstore;

/**
 * The log does not continue where it should. A reader that sees this stops with an alarm; it never
 * skips, because what it skipped would be lost to everything that is derived from the log.
 */
public final class LogHoleException extends CommitLogException {

    private static final long serialVersionUID = 1L;

    private LogHoleException(String message) {
        super(message);
    }

    /**
     * Refuses a commit that does not hold the position behind {@code after}.
     *
     * @param after position up to which the reader has read
     */
    public static void unlessContiguous(long after, Commit next) {
        CommitHeader header = next.header();
        if (header.position() > after + 1 || header.lastPosition() <= after) {
            throw new LogHoleException(
                    "behind position %d stands the commit of positions %d to %d"
                            .formatted(after, header.position(), header.lastPosition()));
        }
    }
}
