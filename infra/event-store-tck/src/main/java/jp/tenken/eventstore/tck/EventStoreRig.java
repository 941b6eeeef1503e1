package jp.tenken.eventstore.tck;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendGuard;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.eventstore.append.Appender;
import jp.tenken.eventstore.append.AppenderSettings;
import jp.tenken.eventstore.axon.AppendScope;
import jp.tenken.eventstore.axon.EventMessages;
import jp.tenken.eventstore.axon.TenkenEventStorageEngine;
import jp.tenken.eventstore.tail.LogTail;
import jp.tenken.eventstore.upcast.Upcasters;
import org.axonframework.conversion.ChainingContentTypeConverter;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.jspecify.annotations.Nullable;

/**
 * An event store put together over a log as one process would have it: appender, tail, executor and
 * Axon engines. Payloads are text or bytes. The log stays the caller's to close.
 */
public final class EventStoreRig implements AutoCloseable {

    /** Prefix of the names of the threads on which everything completes. */
    public static final String THREADS = "rig-answers-";

    /** Settings with a chain per {@value CommitFixtures#CHAIN}. */
    public static final AppenderSettings SETTINGS =
            AppenderSettings.withChains(Set.of(CommitFixtures.CHAIN));

    private final CommitLog log;
    private final ExecutorService executor;
    private final LogTail tail;
    private final Appender appender;

    private EventStoreRig(CommitLog log, AppenderSettings settings, Clock clock) {
        AtomicInteger number = new AtomicInteger();
        this.log = log;
        this.executor =
                Executors.newFixedThreadPool(
                        4,
                        work -> {
                            Thread thread = new Thread(work, THREADS + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
        this.tail = Await.value(LogTail.open(log, executor));
        this.appender = Await.value(Appender.open(log, settings, clock, executor, tail::appended));
    }

    /** With the settings of a service and the machine's clock. */
    public static EventStoreRig over(CommitLog log) {
        return new EventStoreRig(log, SETTINGS, Clock.systemUTC());
    }

    /** With given settings and clock. */
    public static EventStoreRig over(CommitLog log, AppenderSettings settings, Clock clock) {
        return new EventStoreRig(log, settings, clock);
    }

    /** The log underneath. */
    public CommitLog log() {
        return log;
    }

    /** The write side. */
    public Appender appender() {
        return appender;
    }

    /** The live end. */
    public LogTail tail() {
        return tail;
    }

    /** Where everything completes. */
    public ExecutorService executor() {
        return executor;
    }

    /**
     * Axon's engine, every unit of work being of this tenant. It remembers the histories of chains.
     */
    public TenkenEventStorageEngine engine(String tenant) {
        return engine(tenant, Upcasters.NONE, Set.of(CommitFixtures.CHAIN));
    }

    /** The same, but it reads older events through upcasters. */
    public TenkenEventStorageEngine engine(String tenant, Upcasters upcasters) {
        return engine(tenant, upcasters, Set.of(CommitFixtures.CHAIN));
    }

    /** The same, but everything that it sources it reads from the log. */
    public TenkenEventStorageEngine forgetfulEngine(String tenant) {
        return engine(tenant, Upcasters.NONE, Set.of());
    }

    private TenkenEventStorageEngine engine(
            String tenant, Upcasters upcasters, Set<String> rememberedTags) {
        return new TenkenEventStorageEngine(
                log,
                appender,
                tail,
                new EventMessages(
                        new DelegatingEventConverter(new ChainingContentTypeConverter()),
                        upcasters),
                context -> AppendScope.of(tenant),
                executor,
                rememberedTags);
    }

    /** Appends under a new append id. */
    public CompletableFuture<AppendReceipt> append(
            String tenant, @Nullable AppendGuard guard, StoredEvent... events) {
        return appender.append(
                new AppendRequest(
                        tenant, UUID.randomUUID(), AppendRequest.FRESH_ID, List.of(events), guard));
    }

    /** Everything in the log, in order. */
    public List<Commit> everything() {
        return Await.value(log.read(0, Long.MAX_VALUE, Integer.MAX_VALUE)).commits();
    }

    /** Lets what waits be written, then stops. The log stays open. */
    @Override
    public void close() {
        appender.close();
        tail.close();
        executor.shutdown();
    }
}
