package jp.tenken.eventstore.tck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import jp.tenken.eventstore.EventTag;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * An Axon engine called as a command handler would have it called: source, decide, append. Waits
 * for what it is asked.
 */
public final class AxonCalls {

    /**
     * What was read.
     *
     * @param events without the marker's own message
     * @param marker position of the consistency marker
     */
    record Sourced(List<EventMessage> events, long marker) {}

    private final EventStorageEngine engine;

    /** Over an engine that stays the caller's. */
    public AxonCalls(EventStorageEngine engine) {
        this.engine = engine;
    }

    Sourced source(EventTag... tags) {
        return source(havingTags(tags));
    }

    Sourced source(EventCriteria criteria) {
        List<Entry<EventMessage>> entries =
                entries(
                        engine.source(
                                SourcingCondition.conditionFor(criteria), UnitsOfWork.spent()));
        ConsistencyMarker marker = entries.getLast().getResource(ConsistencyMarker.RESOURCE_KEY);
        if (marker == null) {
            throw new AssertionError("a sourced stream ends with its marker");
        }
        return new Sourced(
                entries.subList(0, entries.size() - 1).stream()
                        .<EventMessage>map(Entry::message)
                        .toList(),
                GlobalIndexConsistencyMarker.position(marker));
    }

    /** Whether an event of this type with the tag was appended; false when that was a conflict. */
    boolean appended(EventTag tag, long marker, String type) {
        AppendCondition condition =
                AppendCondition.withCriteria(havingTags(tag))
                        .withMarker(new GlobalIndexConsistencyMarker(marker));
        Throwable failure = Await.outcome(append(condition, message(type, "{}", tag)));
        if (failure != null && !(failure instanceof AppendEventsTransactionRejectedException)) {
            throw new AssertionError("neither appended nor a conflict", failure);
        }
        return failure == null;
    }

    /** Prepares, commits and finishes a transaction, as Axon's event store does. */
    public CompletableFuture<ConsistencyMarker> append(
            AppendCondition condition, TaggedEventMessage<?>... events) {
        return prepare(condition, events)
                .thenCompose(
                        tx ->
                                tx.commit(UnitsOfWork.spent())
                                        .thenCompose(
                                                result ->
                                                        tx.afterCommit(
                                                                result, UnitsOfWork.spent())));
    }

    @SuppressWarnings("unchecked") // what commit yields is only handed back to afterCommit
    CompletableFuture<AppendTransaction<Object>> prepare(
            AppendCondition condition, TaggedEventMessage<?>... events) {
        return engine.appendEvents(condition, UnitsOfWork.spent(), Arrays.asList(events))
                .thenApply(tx -> (AppendTransaction<Object>) tx);
    }

    /** A message without metadata, of now. */
    public static TaggedEventMessage<EventMessage> message(
            String type, Object payload, EventTag... tags) {
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(
                        UUID.randomUUID().toString(),
                        new MessageType(type),
                        payload,
                        Map.of(),
                        Instant.now()),
                axonTags(tags));
    }

    /** Events with all of these tags. */
    public static EventCriteria havingTags(EventTag... tags) {
        return EventCriteria.havingTags(axonTags(tags));
    }

    private static Set<Tag> axonTags(EventTag... tags) {
        return Arrays.stream(tags)
                .map(tag -> new Tag(tag.key(), tag.value()))
                .collect(Collectors.toSet());
    }

    /** All entries of a stream that ends. */
    private static List<Entry<EventMessage>> entries(MessageStream<EventMessage> stream) {
        List<Entry<EventMessage>> entries = new ArrayList<>();
        Await.until(
                "the stream is read to its end",
                () -> {
                    stream.next().ifPresent(entries::add);
                    while (stream.hasNextAvailable()) {
                        stream.next().ifPresent(entries::add);
                    }
                    return stream.isCompleted();
                });
        stream.error()
                .ifPresent(
                        failure -> {
                            throw new AssertionError("the stream failed", failure);
                        });
        return entries;
    }
}
