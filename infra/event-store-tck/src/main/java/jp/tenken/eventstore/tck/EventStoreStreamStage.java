package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.axon.EventOrigin;
import jp.tenken.eventstore.axon.TenkenEventStorageEngine;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.AfterEach;

/** Opening Axon's streams and taking from them. */
abstract class EventStoreStreamStage extends EventStoreFaultConformance {

    private final List<MessageStream<EventMessage>> streams = new ArrayList<>();

    @AfterEach
    protected void closeStreams() {
        streams.forEach(MessageStream::close);
    }

    final MessageStream<EventMessage> stream(
            EventStoreRig rig, long after, EventCriteria criteria) {
        return stream(rig.engine("nobody"), after, criteria);
    }

    final MessageStream<EventMessage> stream(
            TenkenEventStorageEngine engine, long after, EventCriteria criteria) {
        MessageStream<EventMessage> stream =
                engine.stream(
                        StreamingCondition.conditionFor(
                                new GlobalSequenceTrackingToken(after), criteria),
                        UnitsOfWork.spent());
        streams.add(stream);
        return stream;
    }

    static List<Entry<EventMessage>> take(MessageStream<EventMessage> stream, int count) {
        List<Entry<EventMessage>> taken = new ArrayList<>();
        Await.until(
                count + " events",
                () -> {
                    Optional<Entry<EventMessage>> next = Optional.empty();
                    while (taken.size() < count && (next = stream.next()).isPresent()) {
                        taken.add(next.get());
                    }
                    return taken.size() == count;
                });
        return taken;
    }

    static void write(EventStoreRig rig, int count) {
        List<CompletableFuture<?>> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            written.add(rig.append(NORTH, null, event("Written", tag("item", "" + i))));
        }
        written.forEach(Await::value);
    }

    static long position(Entry<EventMessage> entry) {
        TrackingToken token = entry.getResource(TrackingToken.RESOURCE_KEY);
        return token == null ? -1 : token.position().orElse(-1);
    }

    static EventOrigin origin(Entry<EventMessage> entry) {
        EventOrigin origin = entry.getResource(EventOrigin.KEY);
        if (origin == null) {
            throw new AssertionError("a streamed event has its origin");
        }
        return origin;
    }
}
