package jp.tenken.eventstore.append;

import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.TenantHead;

/**
 * The append was refused before anything was written, for a reason that is not a conflict. Trying
 * the same again helps only for {@link Reason#OVERLOADED}, {@link Reason#CONTENDED} and {@link
 * Reason#CLOCK_BEHIND}.
 */
public final class AppendRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** More events or bytes than one commit may hold. */
        OVERSIZE,
        /** As many appends are waiting as may wait. */
        OVERLOADED,
        /** Other writers were faster too many times in a row. */
        CONTENDED,
        /** The writer's clock is more than five seconds behind what stands in the log. */
        CLOCK_BEHIND,
        /** A commit of another log does not follow what stands of its tenant here. */
        DOES_NOT_FOLLOW,
        /** The appender is closing or closed. */
        CLOSED
    }

    private final Reason reason;

    /** With the reason and a message for the operator. */
    public AppendRefusedException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** When other writers were faster so many times. */
    static AppendRefusedException contended(int lostRaces) {
        return new AppendRefusedException(
                Reason.CONTENDED, "other writers were faster %d times".formatted(lostRaces));
    }

    /** When a commit that was made elsewhere links to something else than what stands here. */
    static AppendRefusedException doesNotFollow(CommitHeader moved, TenantHead standing) {
        return new AppendRefusedException(
                Reason.DOES_NOT_FOLLOW,
                "the commit at sequence %d does not follow what stands here up to sequence %d"
                        .formatted(moved.tenantSequence(), standing.sequence()));
    }

    /** Why the append was refused. */
    public Reason reason() {
        return reason;
    }
}
