package jp.tenken.projections;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds an event when a view reads it. There is no log position in it: a municipality may
 * move to another log, and its rows must come out the same there.
 *
 * @param tenant whose event, opaque
 * @param sequence of the event among the tenant's, 1-based and dense
 * @param commitSequence sequence of the last event of the same commit: what {@code since} of the
 *     rows it touches becomes
 * @param commitId shared by all events that one command appended
 * @param eventId unique in the log
 * @param name qualified name as handlers know the event today
 * @param version version of the payload as it was stored; the payload itself has been brought to
 *     today's shape
 * @param time when the writer says it happened
 * @param recordedAt when the log took it, to the microsecond; strictly increasing per tenant and
 *     commit
 * @param metadata as stored: actor, resource, correlation and whatever else the writer sent along
 */
public record Envelope(
        String tenant,
        long sequence,
        long commitSequence,
        UUID commitId,
        String eventId,
        String name,
        String version,
        Instant time,
        Instant recordedAt,
        Map<String, @Nullable String> metadata) {

    /** The metadata value of a key; null when it is absent or was stored as null. */
    public @Nullable String metadata(String key) {
        return metadata.get(key);
    }
}
