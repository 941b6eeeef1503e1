package jp.tenken.integration.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;

/**
 * An event with its place in its municipality's history.
 *
 * @param sequence 1-based and dense within the municipality
 * @param recordedAt when its commit was recorded, to the microsecond
 * @param stored the event as it stands in the log
 */
public record FeedEvent(long sequence, Instant recordedAt, StoredEvent stored) {

    /** An event of a commit that was recorded this many microseconds after 1970. */
    static FeedEvent of(long sequence, long recordedAtMicros, StoredEvent stored) {
        return new FeedEvent(
                sequence, Instant.EPOCH.plus(recordedAtMicros, ChronoUnit.MICROS), stored);
    }

    /** The values of all tags with this key, in order; mostly none or one. */
    List<String> tagged(String key) {
        return stored.tags().stream()
                .filter(tag -> tag.key().equals(key))
                .map(EventTag::value)
                .toList();
    }

    /** The first value of a tag with this key. */
    Optional<String> firstTagged(String key) {
        return tagged(key).stream().findFirst();
    }
}
