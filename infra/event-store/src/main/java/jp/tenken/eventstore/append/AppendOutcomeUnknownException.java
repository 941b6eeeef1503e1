package jp.tenken.eventstore.append;

/**
 * The storage did not say in time whether the append stands. It may; whoever sent an idempotency
 * key asks again and gets the truth. The appender keeps resolving it and appends nothing else
 * meanwhile.
 */
public final class AppendOutcomeUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what went wrong last. */
    public AppendOutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
