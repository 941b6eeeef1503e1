package jp.tenken.eventstore.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;

/** One event as bytes: the part that is digested, stored, and gone after an erasure. */
final class EventCodec {

    private static final int SMALLEST_PAIR = 8;

    private EventCodec() {}

    /** Metadata is written in ascending key order, tags in the order that the event promises. */
    static byte[] encode(StoredEvent event) {
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

    static StoredEvent decode(ByteSource source) {
        byte[] salt = source.raw(StoredEvent.SALT_LENGTH);
        String id = source.text();
        String name = source.text();
        String version = source.text();
        Instant timestamp = Instant.ofEpochSecond(source.i64(), source.i32());
        List<EventTag> tags = tags(source);
        Map<String, @Nullable String> metadata = metadata(source);
        byte[] payload = source.sized();
        if (!source.exhausted()) {
            throw new CommitFormatException("bytes behind event " + id);
        }
        return new StoredEvent(id, name, version, timestamp, tags, metadata, payload, salt);
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
