package jp.tenken.query.contract;

import java.time.Instant;
import jp.tenken.projections.Envelope;

/**
 * An event to which a status can be traced.
 *
 * @param eventId which event
 * @param at when it happened
 */
public record Cause(String eventId, Instant at) {

    /** The event that the envelope surrounds. */
    public static Cause of(Envelope envelope) {
        return new Cause(envelope.eventId(), envelope.time());
    }
}
