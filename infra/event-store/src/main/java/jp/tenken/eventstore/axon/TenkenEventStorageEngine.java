package jp.tenken.eventstore.axon;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendGuard;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.eventstore.append.Appender;
import jp.tenken.eventstore.tail.History;
import jp.tenken.eventstore.tail.LogTail;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage engine with dynamic consistency boundaries, over a {@link CommitLog}.
 *
 * <p>Positions are per event and 1-based; a token, a position and a marker of {@code p} all mean
 * "everything up to and including p was seen", so an empty log is at 0. Sourcing and conditions are
 * scoped to the tenant of the {@link AppendScope}; streaming sees every tenant.
 *
 * <p>Thread-safe. Futures and stream callbacks run on the executor given or on the log's own
 * threads, never on a thread of a driver: Axon 5.0.1 joins other futures inside its callbacks.
 */
public final class TenkenEventStorageEngine implements EventStorageEngine {

    private final CommitLog log;
    private final Appender appender;
    private final LogTail tail;
    private final EventMessages messages;
    private final Function<@Nullable ProcessingContext, AppendScope> scopes;
    private final Executor executor;
    private final Set<String> rememberedTags;

    /**
     * Puts the parts together; they stay the caller's to close.
     *
     * @param scopes finds the scope of a unit of work; throws when there is none, rather than guess
     *     a tenant
     * @param rememberedTags tag keys by whose values histories are remembered: criteria that all
     *     have one such tag in common are served from memory, and from the log only what came after
     */
    public TenkenEventStorageEngine(
            CommitLog log,
            Appender appender,
            LogTail tail,
            EventMessages messages,
            Function<@Nullable ProcessingContext, AppendScope> scopes,
            Executor executor,
            Set<String> rememberedTags) {
        this.log = log;
        this.appender = appender;
        this.tail = tail;
        this.messages = messages;
        this.scopes = scopes;
        this.executor = executor;
        this.rememberedTags = Set.copyOf(rememberedTags);
    }

    /**
     * The scope that a command handler put into the processing context.
     *
     * @throws IllegalStateException when there is none: an event without a tenant must not come to
     *     be
     */
    public static AppendScope scopeOf(@Nullable ProcessingContext context) {
        AppendScope scope = context == null ? null : context.getResource(AppendScope.KEY);
        if (scope == null) {
            throw new IllegalStateException(
                    "no append scope in the processing context: events are sourced and appended by commands only");
        }
        return scope;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition,
            @Nullable ProcessingContext context,
            List<TaggedEventMessage<?>> events) {
        if (events.isEmpty()) {
            return CompletableFuture.completedFuture(new NothingToAppend());
        }
        AppendScope scope = scopes.apply(context);
        List<StoredEvent> stored = events.stream().map(messages::toStored).toList();
        AppendRequest request =
                new AppendRequest(
                        scope.tenant(),
                        PreparedAppend.idFor(scope),
                        scope.appendId() == null ? AppendRequest.FRESH_ID : scope.idAbsentUpTo(),
                        stored,
                        guard(condition));
        return CompletableFuture.completedFuture(new PreparedAppend(appender, request, scope));
    }

    private static @Nullable AppendGuard guard(AppendCondition condition) {
        if (condition.consistencyMarker().equals(ConsistencyMarker.INFINITY)) {
            return null;
        }
        long seen =
                Math.max(0, GlobalIndexConsistencyMarker.position(condition.consistencyMarker()));
        return new AppendGuard(CriteriaTranslation.translate(condition.criteria()), seen);
    }

    @Override
    public MessageStream<EventMessage> source(
            SourcingCondition condition, @Nullable ProcessingContext context) {
        long after = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
        String tenant = scopes.apply(context).tenant();
        Criteria criteria = CriteriaTranslation.translate(condition.criteria());
        CompletableFuture<Long> head = head();
        SourcedPages pages =
                new SourcedPages(
                        log,
                        messages,
                        tenant,
                        criteria,
                        after,
                        head,
                        // Asked for behind the head, so that it reaches as far where it can.
                        head.thenCompose(captured -> known(tenant, criteria)));
        // On the log's own threads, which may be blocked: a decision waits for this.
        return new PagedMessageStream(pages, Runnable::run, 1);
    }

    private CompletableFuture<History> known(String tenant, Criteria criteria) {
        return criteria.commonTag(rememberedTags)
                .map(tag -> tail.history(tenant, tag))
                .orElse(SourcedPages.NOTHING);
    }

    @Override
    public MessageStream<EventMessage> stream(
            StreamingCondition condition, @Nullable ProcessingContext context) {
        TrackingToken token = condition.position();
        long after = token == null ? 0 : Math.max(0, token.position().orElse(0));
        TailedPages pages =
                new TailedPages(
                        tail,
                        messages,
                        CriteriaTranslation.translate(condition.criteria()),
                        after,
                        executor);
        return new PagedMessageStream(pages, executor, TailedPages.PAGE_EVENTS);
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(0));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return head().thenApplyAsync(GlobalSequenceTrackingToken::new, executor);
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(
            Instant at, @Nullable ProcessingContext context) {
        return log.positionBefore(at).thenApplyAsync(GlobalSequenceTrackingToken::new, executor);
    }

    private CompletableFuture<Long> head() {
        // The only writer's own head is exact, and costs no read.
        return log.exclusive() ? CompletableFuture.completedFuture(appender.head()) : log.head();
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("log", log.getClass().getSimpleName());
        descriptor.describeProperty("head", tail.head());
    }
}
