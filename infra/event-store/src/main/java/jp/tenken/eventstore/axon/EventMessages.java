package jp.tenken.eventstore.axon;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.upcast.Upcasters;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.jspecify.annotations.Nullable;

/**
 * Events of Axon as events of the log and back. Identifier, time and metadata pass through exactly;
 * a payload is converted to bytes once, on the way in, and comes back as those bytes.
 *
 * <p>Thread-safe.
 */
public final class EventMessages {

    private record Shape(String name, String version) {}

    private final EventConverter converter;
    private final Upcasters upcasters;
    private final SecureRandom random = new SecureRandom();
    private final Map<Shape, MessageType> types = new ConcurrentHashMap<>();

    /** With the converter that turns payloads into bytes, and the upcasters for reading. */
    public EventMessages(EventConverter converter, Upcasters upcasters) {
        this.converter = converter;
        this.upcasters = upcasters;
    }

    StoredEvent toStored(TaggedEventMessage<?> tagged) {
        EventMessage event = tagged.event();
        byte[] payload = converter.convertPayload(event, byte[].class);
        byte[] salt = new byte[StoredEvent.SALT_LENGTH];
        random.nextBytes(salt);
        List<EventTag> tags =
                tagged.tags().stream()
                        .map(tag -> new EventTag(tag.key(), tag.value()))
                        .sorted()
                        .toList();
        return new StoredEvent(
                event.identifier(),
                event.type().name(),
                event.type().version(),
                event.timestamp(),
                tags,
                new HashMap<String, @Nullable String>(event.metadata()),
                payload == null ? new byte[0] : payload,
                salt);
    }

    /** Adds the commit's events behind {@code after} that match, as stream entries. */
    void addMatching(
            Commit commit, long after, Criteria criteria, List<Entry<EventMessage>> entries) {
        for (int i = 0; i < commit.events().size(); i++) {
            StoredEvent event = commit.events().get(i);
            if (commit.header().position() + i > after && criteria.matches(event)) {
                entries.add(new StreamEntry(toMessage(event), commit.header(), i));
            }
        }
    }

    private EventMessage toMessage(StoredEvent stored) {
        StoredEvent event = upcasters.upcast(stored);
        MessageType type =
                types.computeIfAbsent(
                        new Shape(event.name(), event.version()),
                        shape -> new MessageType(shape.name(), shape.version()));
        return new RecordedEvent(event, type);
    }
}
