package jp.tenken.eventstore.append;

/**
 * The guard did not hold: somebody was faster. The only failure that says so. Nothing was written.
 */
public final class AppendConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the guard's position and where the log stood when it was checked. */
    public AppendConflictException(long after, long head) {
        super(
                "a matching event stands behind position %d; the log ends at %d"
                        .formatted(after, head),
                null,
                false,
                false);
    }
}
