package jp.tenken.eventstore.append;

import java.time.Duration;
import jp.tenken.eventstore.CommitLogException;

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

    /**
     * When callers have waited long enough.
     *
     * @param head where the log ended before the append
     * @param patience how long they have waited
     */
    static AppendOutcomeUnknownException behind(long head, Duration patience) {
        return new AppendOutcomeUnknownException(
                "the storage did not say within %s whether the append stands".formatted(patience),
                new CommitLogException("no clear answer behind position " + head));
    }
}
