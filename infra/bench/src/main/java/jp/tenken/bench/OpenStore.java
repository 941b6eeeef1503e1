package jp.tenken.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.tenken.eventstore.axon.AppendScope;
import jp.tenken.eventstore.axon.EventMessages;
import jp.tenken.eventstore.axon.TenkenEventStorageEngine;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.catalogue.EventType;
import jp.tenken.runtime.RecordTags;
import jp.tenken.runtime.json.PayloadConverter;
import jp.tenken.runtime.json.PayloadJson;
import jp.tenken.runtime.log.EventLog;
import org.axonframework.common.FutureUtils;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventBus;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;

/**
 * Tenken over an engine's folder, put together as a service does it, up to Axon's event store.
 * Thread-safe.
 */
final class OpenStore implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    /** What is measured here is the log, not the memory in front of it. */
    private static final Set<String> NOTHING_REMEMBERED = Set.of();

    private static final Map<Class<?>, MessageType> TYPES =
            EventCatalogue.types().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    EventType::payload,
                                    type -> new MessageType(type.name(), type.version())));

    private final UnitOfWorkFactory units =
            new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE);
    private final PayloadJson json = new PayloadJson();
    private final BenchEngine.OpenedStorage opened;
    private final RecordingLog log;
    private final EventLog events;
    private final EventMessages messages;

    OpenStore(BenchEngine engine, Path folder) {
        this(engine.open(folder));
    }

    /** Over an opened engine, which is closed with this. */
    OpenStore(BenchEngine.OpenedStorage opened) {
        this.opened = opened;
        log = new RecordingLog(opened.storage().log());
        events = await(EventLog.open(log, Set.of(Tags.CONTRACT), Clock.systemUTC()));
        messages =
                new EventMessages(
                        new DelegatingEventConverter(new PayloadConverter(json)), Upcasters.NONE);
    }

    /** The log, with what it noted. */
    RecordingLog log() {
        return log;
    }

    /** Appender and tail. */
    EventLog events() {
        return events;
    }

    /** JSON of payloads and rows. */
    PayloadJson json() {
        return json;
    }

    /** The engine for units of work that carry their scope. */
    EventStorageEngine engine() {
        return new TenkenEventStorageEngine(
                log,
                events.appender(),
                events.tail(),
                messages,
                TenkenEventStorageEngine::scopeOf,
                events.executor(),
                NOTHING_REMEMBERED);
    }

    /** The engine for one tenant, whatever the unit of work. */
    EventStorageEngine engineOf(String tenant) {
        return new TenkenEventStorageEngine(
                log,
                events.appender(),
                events.tail(),
                messages,
                context -> AppendScope.of(tenant),
                events.executor(),
                NOTHING_REMEMBERED);
    }

    /** Axon's event store over an engine. */
    static EventStore storeOver(EventStorageEngine engine) {
        return new StorageEngineBackedEventStore(engine, new SimpleEventBus(), new RecordTags());
    }

    /** Appends one event in a unit of work of its own; completes when it is durable. */
    CompletableFuture<Void> append(EventStore store, Workload.Sample sample) {
        EventMessage event =
                new GenericEventMessage(
                        sample.id(),
                        Objects.requireNonNull(TYPES.get(sample.payload().getClass())),
                        sample.payload(),
                        sample.metadata(),
                        sample.time());
        return units.create()
                .executeWithResult(
                        context -> {
                            context.putResource(AppendScope.KEY, AppendScope.of(sample.tenant()));
                            store.transaction(context).appendEvent(event);
                            return FutureUtils.emptyCompletedFuture();
                        });
    }

    /** What a future yields, within two minutes. */
    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException("this should have come", failure);
        }
    }

    @Override
    public void close() {
        events.close();
        opened.closing().run();
    }
}
