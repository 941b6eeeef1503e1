package jp.tenken.eventstore.axon;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import jp.tenken.eventstore.StoredEvent;
import org.axonframework.conversion.Converter;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A stored event as a message of Axon's: answers from the event as it is read, and becomes a
 * general message only for those who want metadata or another payload than the bytes. Making
 * general messages at once costs a replay more than the reading.
 *
 * <p>Immutable and thread-safe: two threads that ask at once may make the general message twice.
 */
final class RecordedEvent implements EventMessage {

    private final StoredEvent event;
    private final MessageType type;
    private volatile @Nullable EventMessage general;

    RecordedEvent(StoredEvent event, MessageType type) {
        this.event = event;
        this.type = type;
    }

    @Override
    public String identifier() {
        return event.id();
    }

    @Override
    public MessageType type() {
        return type;
    }

    @Override
    public Instant timestamp() {
        return event.timestamp();
    }

    @Override
    public Object payload() {
        return event.payload();
    }

    @Override
    public Class<?> payloadType() {
        return byte[].class;
    }

    @Override
    public <T> @Nullable T payloadAs(Type wanted, @Nullable Converter converter) {
        return general().payloadAs(wanted, converter);
    }

    @Override
    public Metadata metadata() {
        return general().metadata();
    }

    @Override
    public EventMessage withMetadata(Map<String, String> metadata) {
        return general().withMetadata(metadata);
    }

    @Override
    public EventMessage andMetadata(Map<String, String> metadata) {
        return general().andMetadata(metadata);
    }

    @Override
    public EventMessage withConvertedPayload(Type wanted, Converter converter) {
        Object payload =
                event.decoded(
                        wanted, bytes -> Objects.requireNonNull(converter.convert(bytes, wanted)));
        return new GenericEventMessage(
                event.id(), type, payload, event.metadata(), event.timestamp());
    }

    private EventMessage general() {
        EventMessage made = general;
        if (made == null) {
            made =
                    new GenericEventMessage(
                            event.id(), type, event.payload(), event.metadata(), event.timestamp());
            general = made;
        }
        return made;
    }

    @Override
    public String toString() {
        return "RecordedEvent[" + event + "]";
    }
}
