package jp.tenken.storage.mongodb;

import static jp.tenken.storage.mongodb.TokenSegments.OWNER;
import static jp.tenken.storage.mongodb.TokenSegments.SEGMENTS;
import static jp.tenken.storage.mongodb.TokenSegments.WRITES;
import static jp.tenken.storage.mongodb.TokenSegments.path;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private final TokenDocuments processors;
    private final TokenStorageName name;
    private final ServerClock clock;
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
        this.processors =
                new TokenDocuments(
                        database.getCollection(COLLECTION.name(), BsonDocument.class), replies);
        this.name =
                new TokenStorageName(
                        database.getCollection(IDENTITY.name(), BsonDocument.class), replies);
        this.clock = new ServerClock(database, replies);
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
                processors
                        .upsert(without, TokenFilters.set(new BsonDocument(SEGMENTS, all)))
                        .thenApply(done -> segments);
        return MongoFailures.onDuplicate(
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
                processors.upsert(
                        without,
                        TokenFilters.set(
                                new BsonDocument(path, TokenSegments.unclaimed(segment, token))));
        return MongoFailures.onDuplicate(
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
        return processors
                .matched(replaceable, TokenFilters.stamped(set, segmentId))
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
        return processors
                .matched(free, claim)
                .thenCompose(
                        claimed ->
                                claimed
                                        ? CompletableFuture.completedFuture(true)
                                        : inherit(processorName, segmentId, claim))
                .thenCompose(claimed -> processors.held(processorName, segmentId))
                .thenApply(
                        held ->
                                held.filter(each -> each.owner().equals(owner))
                                        .orElseThrow(
                                                () ->
                                                        TokenDocuments.unclaimable(
                                                                processorName, segmentId))
                                        .token());
    }

    private CompletableFuture<Boolean> inherit(
            String processorName, int segmentId, BsonDocument claim) {
        return clock.now()
                .thenCompose(
                        now ->
                                processors
                                        .held(processorName, segmentId)
                                        .thenCompose(
                                                held ->
                                                        takeOver(
                                                                processorName,
                                                                held.filter(isStale(now))
                                                                        .orElseThrow(
                                                                                () ->
                                                                                        TokenDocuments
                                                                                                .unclaimable(
                                                                                                        processorName,
                                                                                                        segmentId)),
                                                                claim)));
    }

    private CompletableFuture<Boolean> takeOver(
            String processorName, Held seen, BsonDocument claim) {
        int segmentId = seen.segment().getSegmentId();
        return processors.matched(
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
        return TokenDocuments.required(
                processors.matched(
                        TokenFilters.owned(processorName, segmentId, owner),
                        TokenFilters.stamp(segmentId)),
                processorName,
                segmentId);
    }

    @Override
    public CompletableFuture<Void> releaseClaim(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        return processors
                .matched(
                        TokenFilters.owned(processorName, segmentId, owner),
                        TokenFilters.set(new BsonDocument(path(segmentId, OWNER), BsonNull.VALUE)))
                .thenAccept(mine -> {});
    }

    /** Also an unclaimed one: Axon 5.0.1 releases a segment before it deletes it in a split. */
    @Override
    public CompletableFuture<Void> deleteToken(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        BsonDocument deletable = TokenFilters.freeOrOwned(processorName, segmentId, owner);
        return TokenDocuments.required(
                processors.matched(
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
        return processors
                .held(processorName, segmentId)
                .thenApply(held -> held.map(Held::segment).orElse(null));
    }

    @Override
    public CompletableFuture<List<Segment>> fetchSegments(
            String processorName, @Nullable ProcessingContext context) {
        return processors.all(processorName).thenApply(all -> segments(all, held -> true));
    }

    @Override
    public CompletableFuture<List<Segment>> fetchAvailableSegments(
            String processorName, @Nullable ProcessingContext context) {
        return clock.now()
                .thenCompose(
                        now ->
                                processors
                                        .all(processorName)
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
        return name.keep(ownIdentity);
    }
}
