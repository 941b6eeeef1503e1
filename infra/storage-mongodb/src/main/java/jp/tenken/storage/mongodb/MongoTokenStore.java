package jp.tenken.storage.mongodb;

import static jp.tenken.storage.mongodb.TokenSegments.OWNER;
import static jp.tenken.storage.mongodb.TokenSegments.SEGMENTS;
import static jp.tenken.storage.mongodb.TokenSegments.WRITES;
import static jp.tenken.storage.mongodb.TokenSegments.path;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import jp.tenken.storage.mongodb.TokenSegments.Held;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToInitializeTokenException;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of Axon's processors, as one owner sees them: one document per processor, so that
 * making, splitting and merging segments are single writes that happen or do not.
 *
 * <p>Claims are stamped by the server and age by its clock, as {@link MongoWorkClaims} explains; no
 * clock of an owner takes part. Within a unit of work a token is stored once the unit is committed,
 * so that it is never ahead of what was done; an event may come twice, never get lost. That the
 * claim still holds is checked at once, so that whoever lost it does not commit.
 *
 * <p>Futures fail with the driver's own exceptions where the database does not answer. Thread-safe.
 */
final class MongoTokenStore implements TokenStore {

    /** Found by {@code _id} alone. */
    static final CollectionSpec COLLECTION = CollectionSpec.of("tokens");

    /** One document; apart, so that no processor's name can be taken for it. */
    static final CollectionSpec IDENTITY = CollectionSpec.of("tokens_identity");

    private static final String ID = TokenSegments.ID;

    private final MongoCollection<BsonDocument> processors;
    private final MongoCollection<BsonDocument> identity;
    private final ServerClock clock;
    private final Replies replies;
    private final BsonString owner;
    private final Duration claimTimeout;
    private final UUID ownIdentity;

    /**
     * The tokens of a database.
     *
     * @param owner who claims; two stores of one owner share their claims
     * @param claimTimeout after which another's claim that was not renewed may be taken
     * @param identity of the storage, unless it has one
     */
    MongoTokenStore(
            MongoDatabase database,
            Replies replies,
            String owner,
            Duration claimTimeout,
            UUID identity) {
        this.processors = database.getCollection(COLLECTION.name(), BsonDocument.class);
        this.identity = database.getCollection(IDENTITY.name(), BsonDocument.class);
        this.clock = new ServerClock(database, replies);
        this.replies = replies;
        this.owner = new BsonString(owner);
        this.claimTimeout = claimTimeout;
        this.ownIdentity = identity;
    }

    @Override
    public CompletableFuture<List<Segment>> initializeTokenSegments(
            String processorName,
            int segmentCount,
            @Nullable TrackingToken initialToken,
            @Nullable ProcessingContext context) {
        List<Segment> segments = Segment.splitBalanced(Segment.ROOT_SEGMENT, segmentCount - 1);
        BsonDocument all = new BsonDocument();
        segments.forEach(
                segment ->
                        all.append(
                                Integer.toString(segment.getSegmentId()),
                                TokenSegments.unclaimed(segment, initialToken)));
        BsonDocument without =
                TokenFilters.processor(processorName).append(SEGMENTS, new BsonDocument());
        CompletableFuture<List<Segment>> made =
                replies.done(upsert(without, TokenFilters.set(new BsonDocument(SEGMENTS, all))))
                        .thenApply(done -> segments);
        return Refusals.onDuplicate(
                made,
                there ->
                        CompletableFuture.failedFuture(
                                new UnableToClaimTokenException(
                                        processorName + " has segments already")));
    }

    @Override
    public CompletableFuture<Void> initializeSegment(
            @Nullable TrackingToken token,
            String processorName,
            Segment segment,
            @Nullable ProcessingContext context) {
        String path = path(segment.getSegmentId());
        BsonDocument without =
                TokenFilters.processor(processorName)
                        .append(path, new BsonDocument("$exists", BsonBoolean.FALSE));
        CompletableFuture<Void> made =
                replies.done(
                        upsert(
                                without,
                                TokenFilters.set(
                                        new BsonDocument(
                                                path, TokenSegments.unclaimed(segment, token)))));
        return Refusals.onDuplicate(
                made,
                there ->
                        CompletableFuture.failedFuture(
                                new UnableToInitializeTokenException(
                                        "%s of %s has a token already"
                                                .formatted(segment, processorName))));
    }

    @Override
    public CompletableFuture<Void> storeToken(
            @Nullable TrackingToken token,
            String processorName,
            int segmentId,
            @Nullable ProcessingContext context) {
        BsonDocument set = TokenSegments.stored(segmentId, token);
        if (context == null || !context.isStarted() || context.isCompleted()) {
            return store(token, set, processorName, segmentId);
        }
        context.onAfterCommit(committed -> store(token, set, processorName, segmentId));
        return extendClaim(processorName, segmentId, context);
    }

    private CompletableFuture<Void> store(
            @Nullable TrackingToken token, BsonDocument set, String processorName, int segmentId) {
        BsonDocument replaceable = TokenFilters.owned(processorName, segmentId, owner);
        TokenSegments.notBeyond(replaceable, segmentId, token);
        // Matched, not modified: the same token may be stored twice within a millisecond.
        return matched(replaceable, TokenFilters.stamped(set, segmentId))
                .thenCompose(
                        stored ->
                                stored
                                        ? CompletableFuture.completedFuture(null)
                                        // The token that is there lies further on, or it is not
                                        // ours.
                                        : extendClaim(processorName, segmentId, null));
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's signature cannot say that there may be none
    public CompletableFuture<TrackingToken> fetchToken(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        BsonDocument claim =
                TokenFilters.stamped(new BsonDocument(path(segmentId, OWNER), owner), segmentId);
        BsonDocument free = TokenFilters.freeOrOwned(processorName, segmentId, owner);
        return matched(free, claim)
                .thenCompose(
                        claimed ->
                                claimed
                                        ? CompletableFuture.completedFuture(true)
                                        : inherit(processorName, segmentId, claim))
                .thenCompose(claimed -> held(processorName, segmentId))
                .thenApply(
                        held ->
                                held.filter(each -> each.owner().equals(owner))
                                        .orElseThrow(() -> unclaimable(processorName, segmentId))
                                        .token());
    }

    private CompletableFuture<Boolean> inherit(
            String processorName, int segmentId, BsonDocument claim) {
        return clock.now()
                .thenCompose(
                        now ->
                                held(processorName, segmentId)
                                        .thenCompose(
                                                held ->
                                                        takeOver(
                                                                processorName,
                                                                held.filter(isStale(now))
                                                                        .orElseThrow(
                                                                                () ->
                                                                                        unclaimable(
                                                                                                processorName,
                                                                                                segmentId)),
                                                                claim)));
    }

    private CompletableFuture<Boolean> takeOver(
            String processorName, Held seen, BsonDocument claim) {
        int segmentId = seen.segment().getSegmentId();
        return matched(
                TokenFilters.processor(processorName)
                        .append(path(segmentId, OWNER), seen.owner())
                        .append(path(segmentId, WRITES), seen.writes()),
                claim);
    }

    private Predicate<Held> isStale(Instant now) {
        return held -> held.claimedBefore(now.minus(claimTimeout));
    }

    @Override
    public CompletableFuture<Void> extendClaim(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        return required(
                matched(
                        TokenFilters.owned(processorName, segmentId, owner),
                        TokenFilters.stamp(segmentId)),
                processorName,
                segmentId);
    }

    @Override
    public CompletableFuture<Void> releaseClaim(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        return replies.done(
                processors.updateOne(
                        TokenFilters.owned(processorName, segmentId, owner),
                        TokenFilters.set(
                                new BsonDocument(path(segmentId, OWNER), BsonNull.VALUE))));
    }

    /** Also an unclaimed one: Axon 5.0.1 releases a segment before it deletes it in a split. */
    @Override
    public CompletableFuture<Void> deleteToken(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        BsonDocument deletable = TokenFilters.freeOrOwned(processorName, segmentId, owner);
        return required(
                matched(
                        deletable,
                        new BsonDocument(
                                "$unset", new BsonDocument(path(segmentId), BsonNull.VALUE))),
                processorName,
                segmentId);
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's signature cannot say that there may be none
    public CompletableFuture<Segment> fetchSegment(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        return held(processorName, segmentId)
                .thenApply(held -> held.map(Held::segment).orElse(null));
    }

    @Override
    public CompletableFuture<List<Segment>> fetchSegments(
            String processorName, @Nullable ProcessingContext context) {
        return all(processorName).thenApply(all -> segments(all, held -> true));
    }

    @Override
    public CompletableFuture<List<Segment>> fetchAvailableSegments(
            String processorName, @Nullable ProcessingContext context) {
        return clock.now()
                .thenCompose(
                        now ->
                                all(processorName)
                                        .thenApply(
                                                all ->
                                                        segments(
                                                                all,
                                                                isStale(now)
                                                                        .or(this::isFreeOrMine))));
    }

    private boolean isFreeOrMine(Held held) {
        return held.owner().isNull() || held.owner().equals(owner);
    }

    private static List<Segment> segments(List<Held> all, Predicate<Held> wanted) {
        return all.stream().filter(wanted).map(Held::segment).toList();
    }

    @Override
    public CompletableFuture<String> retrieveStorageIdentifier(
            @Nullable ProcessingContext context) {
        BsonDocument only = new BsonDocument(ID, new BsonString("storage"));
        BsonDocument named = new BsonDocument("name", new BsonString(ownIdentity.toString()));
        CompletableFuture<Void> made =
                replies.done(
                        identity.updateOne(
                                only,
                                new BsonDocument("$setOnInsert", named),
                                new UpdateOptions().upsert(true)));
        return Refusals.onDuplicate(made, there -> CompletableFuture.completedFuture(null))
                .thenCompose(there -> replies.first(identity.find(only)))
                .thenApply(found -> found.orElseThrow().getString("name").getValue());
    }

    private CompletableFuture<List<Held>> all(String processorName) {
        return replies.first(processors.find(TokenFilters.processor(processorName)))
                .thenApply(found -> found.map(TokenSegments::all).orElse(List.of()));
    }

    private CompletableFuture<Optional<Held>> held(String processorName, int segmentId) {
        return replies.first(processors.find(TokenFilters.processor(processorName)))
                .thenApply(found -> found.flatMap(each -> TokenSegments.find(each, segmentId)));
    }

    private CompletableFuture<Boolean> matched(BsonDocument filter, BsonDocument update) {
        return replies.first(processors.updateOne(filter, update))
                .thenApply(done -> done.map(UpdateResult::getMatchedCount).orElse(0L) == 1);
    }

    private static CompletableFuture<Void> required(
            CompletableFuture<Boolean> matched, String processorName, int segmentId) {
        return matched.thenAccept(
                mine -> {
                    if (!mine) {
                        throw unclaimable(processorName, segmentId);
                    }
                });
    }

    private org.reactivestreams.Publisher<UpdateResult> upsert(
            BsonDocument filter, BsonDocument update) {
        return processors.updateOne(filter, update, new UpdateOptions().upsert(true));
    }

    private static UnableToClaimTokenException unclaimable(String processorName, int segmentId) {
        return new UnableToClaimTokenException(
                "segment %d of %s is claimed by another or not there"
                        .formatted(segmentId, processorName));
    }
}
