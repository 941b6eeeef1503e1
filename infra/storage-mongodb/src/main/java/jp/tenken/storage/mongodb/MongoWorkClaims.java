package jp.tenken.storage.mongodb;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.tenken.projections.WorkClaims;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/**
 * Claims as documents, one for each piece of work: who has it, since when by the server's clock,
 * and for how long.
 *
 * <p>Taking or keeping is one conditional write that the server stamps. Only where another has the
 * work is the server's time asked, and the claim that has run out is then taken by a write on the
 * condition that it is still the very same: whoever renews in between wins, and of many heirs one
 * does. Since the clock is asked before the claim is read, a claim lasts a round trip longer, never
 * shorter. No clock of a process takes part.
 *
 * <p>Writes are acknowledged by a majority, so that a failover cannot give the work to two.
 * Thread-safe.
 */
final class MongoWorkClaims implements WorkClaims {

    /** Found by {@code _id} alone. */
    static final CollectionSpec COLLECTION = CollectionSpec.of("claims");

    private static final String ID = "_id";
    private static final String OWNER = "o";
    private static final String LASTING = "l";
    private static final String STAMP = "at";
    private static final String WRITES = "n";

    private final MongoCollection<BsonDocument> claims;
    private final ServerClock clock;
    private final Replies replies;

    MongoWorkClaims(MongoDatabase database, Replies replies) {
        this.claims = database.getCollection(COLLECTION.name(), BsonDocument.class);
        this.clock = new ServerClock(database, replies);
        this.replies = replies;
    }

    @Override
    public CompletableFuture<Boolean> claim(String work, String owner, Duration lasting) {
        CompletableFuture<Boolean> mine =
                replies.first(
                                claims.updateOne(
                                        owned(work, owner),
                                        held(lasting),
                                        new UpdateOptions().upsert(true)))
                        .thenApply(kept -> true);
        return MongoFailures.forViews(
                MongoFailures.onDuplicate(mine, another -> inherit(work, owner, lasting)));
    }

    private CompletableFuture<Boolean> inherit(String work, String owner, Duration lasting) {
        return clock.now()
                .thenCompose(
                        now ->
                                replies.first(claims.find(Filters.eq(ID, work)))
                                        .thenCompose(
                                                held ->
                                                        hasRunOut(held, now)
                                                                ? takeOver(
                                                                        held.orElseThrow(),
                                                                        owner,
                                                                        lasting)
                                                                : CompletableFuture.completedFuture(
                                                                        false)));
    }

    /** A claim that was given back in between is left for the next attempt. */
    private static boolean hasRunOut(Optional<BsonDocument> held, Instant now) {
        return held.filter(
                        claim ->
                                claim.getDateTime(STAMP).getValue()
                                                + claim.getInt64(LASTING).getValue()
                                        < now.toEpochMilli())
                .isPresent();
    }

    private CompletableFuture<Boolean> takeOver(BsonDocument seen, String owner, Duration lasting) {
        Bson unchanged =
                new BsonDocument(ID, seen.get(ID))
                        .append(OWNER, seen.get(OWNER))
                        .append(WRITES, seen.get(WRITES));
        return replies.first(
                        claims.updateOne(
                                unchanged,
                                Updates.combine(Updates.set(OWNER, owner), held(lasting))))
                .thenApply(taken -> taken.map(UpdateResult::getMatchedCount).orElse(0L) == 1);
    }

    private static Bson held(Duration lasting) {
        return Updates.combine(
                Updates.set(LASTING, new BsonInt64(lasting.toMillis())),
                Updates.currentDate(STAMP),
                // By the number of writes a claim is told from what it was, however fast they are.
                Updates.inc(WRITES, 1L));
    }

    @Override
    public CompletableFuture<Void> release(String work, String owner) {
        return MongoFailures.forViews(replies.done(claims.deleteOne(owned(work, owner))));
    }

    /** Whether anybody has any work by a claim that has not run out. */
    CompletableFuture<Boolean> anyHeld() {
        return clock.now()
                .thenCompose(
                        now ->
                                replies.all(claims.find())
                                        .thenApply(
                                                all ->
                                                        all.stream()
                                                                .anyMatch(
                                                                        held ->
                                                                                !hasRunOut(
                                                                                        Optional.of(
                                                                                                held),
                                                                                        now))));
    }

    /** Plain, so that an upsert writes both fields on every server. */
    private static BsonDocument owned(String work, String owner) {
        return new BsonDocument(ID, new BsonString(work)).append(OWNER, new BsonString(owner));
    }
}
