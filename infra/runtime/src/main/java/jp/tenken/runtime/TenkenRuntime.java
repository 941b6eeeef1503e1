package jp.tenken.runtime;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.tenken.edge.AsOfResolver;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.ReadConsistency;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.projections.ProjectionEnvironment;
import jp.tenken.projections.ProjectionListener;
import jp.tenken.projections.ProjectionSettings;
import jp.tenken.projections.Projections;
import jp.tenken.projections.SequenceGate;
import jp.tenken.projections.SharedWork;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewProgressBoard;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.WorkClaims;
import jp.tenken.runtime.command.AxonCommandDispatcher;
import jp.tenken.runtime.json.CataloguedPayloads;
import jp.tenken.runtime.json.PayloadConverter;
import jp.tenken.runtime.json.PayloadJson;
import jp.tenken.runtime.log.EventLog;
import jp.tenken.runtime.privacy.Privacy;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A running Tenken without its HTTP: commands go in, views come out.
 *
 * <p>Started with the slices and views of the services that share the process; either may be empty.
 * Thread-safe. The storage stays its opener's to close, after this.
 */
public final class TenkenRuntime implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(TenkenRuntime.class);

    /**
     * The edge limits waits itself and cancels them; this only keeps a forgotten one from staying
     * for ever.
     */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Storage storage;
    private final EventLog log;
    private final AxonConfiguration axon;
    private final Privacy privacy;
    private final CommandDispatcher commands;
    private final Projections projections;
    private final ViewProgressBoard board;
    private final SequenceGate gate;
    private final Map<String, ViewName> viewNames;
    private final PayloadJson json;
    private final CataloguedPayloads payloads;
    private final ScheduledExecutorService scheduler;

    private TenkenRuntime(
            Storage storage,
            EventLog log,
            Clock clock,
            UnaryOperator<EventSourcingConfigurer> slices,
            List<View<?>> views,
            Observers observers) {
        this.storage = storage;
        this.log = log;
        this.json = new PayloadJson();
        this.payloads = new CataloguedPayloads(json, Upcasters.NONE);
        this.viewNames =
                views.stream()
                        .map(View::name)
                        .collect(Collectors.toUnmodifiableMap(ViewName::toString, name -> name));
        this.scheduler =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("tenken-timer").daemon().factory());
        this.axon = AxonAssembly.start(log, new PayloadConverter(json), Upcasters.NONE, slices);
        this.privacy =
                new Privacy(
                        log,
                        storage.vault(),
                        storage.masterKey(),
                        new CataloguedPayloads(json, Upcasters.NONE),
                        UUID::randomUUID);
        this.commands =
                observers
                        .around()
                        .apply(
                                privacy.attended(
                                        new AxonCommandDispatcher(
                                                axon.getComponent(CommandBus.class),
                                                axon.getComponent(MessageTypeResolver.class),
                                                log,
                                                clock,
                                                UUID::randomUUID,
                                                observers.commands())));
        this.board = new ViewProgressBoard(ProjectionSettings.DEFAULT, log.executor());
        this.projections =
                new Projections(
                        views,
                        new ProjectionEnvironment(
                                log,
                                storage.views(),
                                payloads,
                                json,
                                board,
                                observers.views(),
                                log.executor(),
                                scheduler,
                                System::nanoTime,
                                ProjectionSettings.DEFAULT),
                        storage.claims().map(TenkenRuntime::shared).orElse(null));
        this.gate = new SequenceGate(board, log, log.executor(), scheduler);
    }

    private static SharedWork shared(WorkClaims claims) {
        return new SharedWork(claims, UUID.randomUUID().toString(), SharedWork.LASTING);
    }

    /**
     * Opens the log, starts Axon and the views.
     *
     * @param chainTags tag keys whose values get a hash chain of their own
     * @param clock stamps what is recorded
     * @param slices registers the command side
     * @param views of the read side
     * @param listener hears of progress and alarms of the views
     * @return completes when commands are taken and views have begun to read; they may still be
     *     behind
     */
    public static CompletableFuture<TenkenRuntime> start(
            Storage storage,
            Set<String> chainTags,
            Clock clock,
            UnaryOperator<EventSourcingConfigurer> slices,
            List<View<?>> views,
            ProjectionListener listener) {
        return start(storage, chainTags, clock, slices, views, Observers.of(listener));
    }

    /** The same with more who listen. */
    public static CompletableFuture<TenkenRuntime> start(
            Storage storage,
            Set<String> chainTags,
            Clock clock,
            UnaryOperator<EventSourcingConfigurer> slices,
            List<View<?>> views,
            Observers observers) {
        return EventLog.open(
                        storage.log(), chainTags, clock, observers.appends(), observers.holes())
                .thenApply(log -> new TenkenRuntime(storage, log, clock, slices, views, observers))
                .thenCompose(runtime -> runtime.projections.start().thenApply(started -> runtime));
    }

    /** Sends commands. */
    public CommandDispatcher commands() {
        return commands;
    }

    /** Seals, opens and erases names and texts. */
    public Privacy privacy() {
        return privacy;
    }

    /** A reader of one of the views. */
    public <R> ViewReader<R> reader(View<R> view) {
        return ViewReader.of(view, storage.views(), json);
    }

    /** Reads stored events as the records that stand for them today. */
    public CataloguedPayloads payloads() {
        return payloads;
    }

    /** How the views are doing, and their rebuild. */
    public Projections projections() {
        return projections;
    }

    /** Reads that wait for a view now. */
    public int waitingReads() {
        return board.waiters();
    }

    /** Lets reads wait for what a client has written. */
    public ReadConsistency consistency() {
        return (view, tenant, sequence) ->
                Mono.fromFuture(
                        () -> gate.await(named(view), tenant.value(), sequence, LONGEST_WAIT));
    }

    private ViewName named(String view) {
        ViewName name = viewNames.get(view);
        if (name == null) {
            throw new IllegalArgumentException("this process has no view " + view);
        }
        return name;
    }

    /** Finds the sequence of an instant. */
    public AsOfResolver asOf() {
        return (tenant, instant) ->
                Mono.fromFuture(() -> storage.log().sequenceAt(tenant.value(), instant));
    }

    /** The open log. */
    public EventLog log() {
        return log;
    }

    /** The storage underneath. */
    public Storage storage() {
        return storage;
    }

    /** Stops taking commands, writes what waits, lets the views finish their batch. */
    @Override
    public void close() {
        axon.shutdown();
        try {
            projections.shutdown().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException left) {
            logger.warn(
                    "A view did not stop in time; it will go on where it was at the next start",
                    left);
        }
        privacy.close();
        log.close();
        scheduler.shutdownNow();
    }
}
