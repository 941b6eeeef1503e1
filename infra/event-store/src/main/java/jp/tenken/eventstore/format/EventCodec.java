package jp.tenken.eventstore.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;

/** One event as bytes: the part that is digested, stored, and gone after an erasure. */
final class EventCodec {

    private static final int SMALLEST_PAIR = 8;

    private EventCodec() {}

    /**
     * The event's bytes, which nobody may write to. Metadata is written in ascending key order,
     * tags in the order that the event promises.
     */
    static byte[] encode(StoredEvent event) {
        return event.encoded(EventCodec::write);
    }

    private static byte[] write(StoredEvent event) {
        ByteSink sink =
                new ByteSink(256 + event.payload().length)
                        .raw(event.salt())
                        .text(event.id())
                        .text(event.name())
                        .text(event.version())
                        .i64(event.timestamp().getEpochSecond())
                        .i32(event.timestamp().getNano())
                        .i32(event.tags().size());
        for (EventTag tag : event.tags()) {
            sink.text(tag.key()).text(tag.value());
        }
        sink.i32(event.metadata().size());
        for (Map.Entry<String, @Nullable String> entry : sorted(event.metadata()).entrySet()) {
            sink.text(entry.getKey()).optionalText(entry.getValue());
        }
        return sink.sized(event.payload()).toBytes();
    }

    /**
     * Reads an event. All lengths are checked at once; id, tags, metadata and salt are made only
     * when somebody wants them, because a replay that looks at types and payloads alone would pay
     * for them a million times.
     */
    static StoredEvent decode(ByteSource source) {
        ByteSource start = source.mark();
        source.skip(StoredEvent.SALT_LENGTH);
        ByteSource id = source.mark();
        source.requireText();
        String name = source.text();
        String version = source.text();
        Instant timestamp = Instant.ofEpochSecond(source.i64(), source.i32());
        ByteSource tags = source.mark();
        skipPairs(source);
        ByteSource metadata = source.mark();
        skipPairs(source);
        byte[] payload = source.sized();
        if (!source.exhausted()) {
            throw new CommitFormatException("bytes behind event " + id.text());
        }
        return new StoredEvent(
                name, version, timestamp, payload, new Encoded(start, id, tags, metadata));
    }

    /** Where the details of an event are; each reading begins with a mark of its own. */
    private record Encoded(
            ByteSource start, ByteSource idAt, ByteSource tagsAt, ByteSource metadataAt)
            implements StoredEvent.Details {
        @Override
        public String id() {
            return idAt.mark().text();
        }

        @Override
        public boolean carry(Set<EventTag> wanted) {
            for (EventTag tag : wanted) {
                if (!EventCodec.carries(tagsAt.mark(), tag)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public List<EventTag> tags() {
            return EventCodec.tags(tagsAt.mark());
        }

        @Override
        public Map<String, @Nullable String> metadata() {
            return EventCodec.metadata(metadataAt.mark());
        }

        @Override
        public byte[] salt() {
            return start.mark().raw(StoredEvent.SALT_LENGTH);
        }
    }

    private static boolean carries(ByteSource source, EventTag tag) {
        int count = source.count(SMALLEST_PAIR);
        for (int i = 0; i < count; i++) {
            // Both are read, whatever the first one is.
            if (source.isNextText(tag.key()) & source.isNextText(tag.value())) {
                return true;
            }
        }
        return false;
    }

    private static void skipPairs(ByteSource source) {
        int count = source.count(SMALLEST_PAIR);
        for (int i = 0; i < count; i++) {
            source.skipText();
            source.skipText();
        }
    }

    private static Map<String, @Nullable String> sorted(Map<String, @Nullable String> metadata) {
        return metadata.size() < 2 ? metadata : new TreeMap<>(metadata);
    }

    private static List<EventTag> tags(ByteSource source) {
        int count = source.count(SMALLEST_PAIR);
        if (count == 0) {
            return List.of();
        }
        List<EventTag> tags = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tags.add(new EventTag(source.text(), source.text()));
        }
        return Collections.unmodifiableList(tags);
    }

    private static Map<String, @Nullable String> metadata(ByteSource source) {
        int count = source.count(SMALLEST_PAIR);
        if (count == 0) {
            return Map.of();
        }
        Map<String, @Nullable String> metadata = LinkedHashMap.newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            metadata.put(source.text(), source.optionalText());
        }
        return Collections.unmodifiableMap(metadata);
    }
}
