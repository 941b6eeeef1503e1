package jp.tenken.eventstore.tck;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventHandlingComponent;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessorConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.sequencing.SequencingPolicy;
import org.axonframework.messaging.eventstreaming.StreamableEventSource;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * Axon's pooled processor over an event store, handing the identifier of every {@value #TYPE} event
 * to a consumer. Its policy is explicit and the same in every process, as that of every processor
 * must be.
 */
final class CountingProcessor implements AutoCloseable {

    static final String TYPE = "Counted";

    private static final SequencingPolicy BY_IDENTIFIER =
            (event, context) -> Optional.of(event.identifier());

    private final ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(2);
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(4);
    private final PooledStreamingEventProcessor processor;

    CountingProcessor(
            EventStoreRig rig,
            TokenStore tokens,
            int segments,
            int mostClaimed,
            Consumer<String> seen) {
        SimpleEventHandlingComponent component = new SimpleEventHandlingComponent(BY_IDENTIFIER);
        component.subscribe(
                new QualifiedName(TYPE),
                (event, context) -> {
                    seen.accept(event.identifier());
                    return MessageStream.empty();
                });
        PooledStreamingEventProcessorConfiguration configuration =
                new PooledStreamingEventProcessorConfiguration()
                        .eventSource(new Source(rig.engine("nobody")))
                        .tokenStore(tokens)
                        .unitOfWorkFactory(UnitsOfWork.FACTORY)
                        .coordinatorExecutor(coordinator)
                        .workerExecutor(workers)
                        .initialSegmentCount(segments)
                        .maxClaimedSegments(mostClaimed)
                        .initialToken(source -> source.firstToken(null))
                        .tokenClaimInterval(100)
                        .batchSize(20);
        this.processor =
                new PooledStreamingEventProcessor("counting", List.of(component), configuration);
        Await.value(processor.start().thenApply(started -> true));
    }

    /** Segments that this one has claimed. */
    int claimed() {
        return processor.processingStatus().size();
    }

    boolean split(int segment) {
        return Await.value(processor.splitSegment(segment));
    }

    /** Waits for the batches under way and gives the claims back. */
    @Override
    public void close() {
        Await.value(processor.shutdown().thenApply(stopped -> true));
        coordinator.shutdown();
        workers.shutdown();
    }

    private record Source(EventStorageEngine engine) implements StreamableEventSource {

        @Override
        public MessageStream<EventMessage> open(
                StreamingCondition condition, @Nullable ProcessingContext context) {
            return engine.stream(condition, context);
        }

        @Override
        public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
            return engine.firstToken(context);
        }

        @Override
        public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
            return engine.latestToken(context);
        }

        @Override
        public CompletableFuture<TrackingToken> tokenAt(
                Instant at, @Nullable ProcessingContext context) {
            return engine.tokenAt(at, context);
        }
    }
}
