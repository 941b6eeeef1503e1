package jp.tenken.projections;

import java.util.Objects;
import jp.tenken.eventstore.LogHoleException;

/**
 * A view cannot go on by itself: a handler failed, the log has a hole, or the code has a defect.
 * The message names view, position and event, and the kind of failure; never its message, which may
 * quote a payload.
 */
public final class ViewStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean hole;

    /** An alarm about a hole, without an exception behind it. */
    private ViewStoppedException(String message) {
        super(message);
        this.hole = true;
    }

    /** An alarm with the stack of what was thrown, but not what it said. */
    ViewStoppedException(String message, Throwable failure) {
        super(message + ": " + failure.getClass().getName());
        this.hole = failure instanceof LogHoleException;
        setStackTrace(Objects.requireNonNull(failure.getStackTrace()));
    }

    /** Whether the log does not hold what it should, which is never to happen. */
    public boolean isHole() {
        return hole;
    }

    /** A handler threw on an event of the commit that ends at {@code lastPosition}. */
    static ViewStoppedException handler(
            ViewName view, long lastPosition, Envelope event, Throwable failure) {
        return new ViewStoppedException(
                "%s failed at position %d on event %s (%s v%s), sequence %d of its tenant"
                        .formatted(
                                view,
                                lastPosition - (event.commitSequence() - event.sequence()),
                                event.eventId(),
                                event.name(),
                                event.version(),
                                event.sequence()),
                failure);
    }

    /** The log does not hold a position that lies below its head. */
    static ViewStoppedException hole(ViewName view, long position) {
        return new ViewStoppedException(
                "%s found no commit at position %d, below the head of the log"
                        .formatted(view, position));
    }

    /** The storage says that trying again would be of no use, and why; it speaks of no payload. */
    static ViewStoppedException storage(ViewName view, long position, Throwable failure) {
        return new ViewStoppedException(
                "%s cannot go on behind position %d (%s)"
                        .formatted(view, position, failure.getMessage()),
                failure);
    }

    /** Something threw that is neither the view's nor the storage's. */
    static ViewStoppedException defect(ViewName view, long position, Throwable failure) {
        return new ViewStoppedException(
                "%s cannot go on behind position %d".formatted(view, position), failure);
    }
}
