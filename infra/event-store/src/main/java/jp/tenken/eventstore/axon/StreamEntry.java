package jp.tenken.eventstore.axon;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jp.tenken.eventstore.CommitHeader;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way through a stream, with its token and origin. Axon's own contexts copy a map
 * per resource; replay would do so two million times, so this one answers from its fields and
 * becomes a general context only when somebody adds to it.
 */
record StreamEntry(EventMessage event, CommitHeader header, int index)
        implements Entry<EventMessage> {

    @Override
    public EventMessage message() {
        return event;
    }

    @Override
    public <R extends Message> Entry<R> map(Function<EventMessage, R> mapper) {
        return new SimpleEntry<>(mapper.apply(event), context());
    }

    @Override
    public boolean containsResource(ResourceKey<?> key) {
        return key == TrackingToken.RESOURCE_KEY || key == EventOrigin.KEY;
    }

    @Override
    @SuppressWarnings("unchecked") // the two keys fix the type
    public <T> @Nullable T getResource(ResourceKey<T> key) {
        if (key == TrackingToken.RESOURCE_KEY) {
            return (T) token();
        }
        return key == EventOrigin.KEY ? (T) origin() : null;
    }

    @Override
    public <T> Entry<EventMessage> withResource(ResourceKey<T> key, T resource) {
        return new SimpleEntry<>(event, context().withResource(key, resource));
    }

    @Override
    public Map<ResourceKey<?>, Object> resources() {
        return context().resources();
    }

    private Context context() {
        return Context.with(EventOrigin.KEY, origin())
                .withResource(TrackingToken.RESOURCE_KEY, token());
    }

    private TrackingToken token() {
        return new GlobalSequenceTrackingToken(header.position() + index);
    }

    private EventOrigin origin() {
        long micros = header.recordedAtMicros();
        long second = TimeUnit.SECONDS.toMicros(1);
        return new EventOrigin(
                header.tenant(),
                header.position() + index,
                header.tenantSequence() + index,
                Instant.ofEpochSecond(
                        Math.floorDiv(micros, second), Math.floorMod(micros, second) * 1_000L));
    }
}
