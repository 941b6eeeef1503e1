package jp.tenken.eventstore.append;

import java.util.List;
import java.util.UUID;
import jp.tenken.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * What one command wants appended.
 *
 * @param tenant opaque, never blank
 * @param appendId identity of the append; unique in the log
 * @param idAbsentUpTo position up to which the writer knows the log to be without this id. {@link
 *     #FRESH_ID} for an id that was just made at random
 * @param events 1 to 1 000, salted
 * @param guard the condition; null = none
 */
public record AppendRequest(
        String tenant,
        UUID appendId,
        long idAbsentUpTo,
        List<StoredEvent> events,
        @Nullable AppendGuard guard) {

    /** Of an id that nobody else can have used: nothing to look up. */
    public static final long FRESH_ID = Long.MAX_VALUE;

    /** Copies the events. */
    public AppendRequest {
        events = List.copyOf(events);
    }
}
