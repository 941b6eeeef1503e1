package jp.tenken.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.axon.TokenBytes;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToInitializeTokenException;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of Axon's processors, as one owner sees them. They live beside the vault: like it they
 * are durable and cannot be made again, which is more than views need.
 *
 * <p>Within a unit of work a token is stored once the unit is committed, so that it is never ahead
 * of what was done; an event may come twice, never get lost. That the claim still holds is checked
 * at once, so that whoever lost it does not commit.
 *
 * <p>Claims age by the clock of the process that has the folder open, whatever clock an owner has.
 * Thread-safe.
 */
final class SqliteTokenStore implements TokenStore {

    static final String TABLE =
            """
            CREATE TABLE tokens (
              processor BLOB NOT NULL,
              segment INTEGER NOT NULL,
              mask INTEGER NOT NULL,
              token BLOB NOT NULL,
              owner BLOB,
              claimed_at INTEGER NOT NULL,
              PRIMARY KEY (processor, segment)) WITHOUT ROWID""";

    static final String IDENTITY_TABLE =
            "CREATE TABLE tokens_identity (only INTEGER PRIMARY KEY CHECK (only = 1), id BLOB NOT NULL)";

    private final Workers workers;
    private final String owner;
    private final Duration claimTimeout;
    private final Clock clock;
    private final UUID identity;

    /**
     * @param owner who claims; two stores of one owner share their claims
     * @param claimTimeout after which another's claim that was not renewed may be taken
     * @param clock of this process
     * @param identity of the storage, unless it has one
     */
    SqliteTokenStore(
            Workers workers, String owner, Duration claimTimeout, Clock clock, UUID identity) {
        this.workers = workers;
        this.owner = owner;
        this.claimTimeout = claimTimeout;
        this.clock = clock;
        this.identity = identity;
    }

    /**
     * Gives up all claims. They are a former process's, which has ended, or this one could not hold
     * the folder.
     */
    static void releaseAll(Session session) throws SQLException {
        session.execute("UPDATE tokens SET owner = NULL WHERE owner IS NOT NULL");
    }

    @Override
    public CompletableFuture<List<Segment>> initializeTokenSegments(
            String processorName,
            int segmentCount,
            @Nullable TrackingToken initialToken,
            @Nullable ProcessingContext context) {
        List<Segment> segments = Segment.splitBalanced(Segment.ROOT_SEGMENT, segmentCount - 1);
        byte[] token = TokenBytes.encode(initialToken);
        return workers.submit(
                session ->
                        session.inTransaction(
                                own -> {
                                    TokenRows rows = new TokenRows(own, processorName);
                                    if (!rows.all().isEmpty()) {
                                        throw new UnableToClaimTokenException(
                                                processorName + " has segments already");
                                    }
                                    for (Segment segment : segments) {
                                        rows.insert(segment, token);
                                    }
                                    return segments;
                                }));
    }

    @Override
    public CompletableFuture<Void> initializeSegment(
            @Nullable TrackingToken token,
            String processorName,
            Segment segment,
            @Nullable ProcessingContext context) {
        byte[] bytes = TokenBytes.encode(token);
        return done(
                processorName,
                rows -> {
                    if (rows.find(segment.getSegmentId()) != null) {
                        throw new UnableToInitializeTokenException(
                                "%s of %s has a token already".formatted(segment, processorName));
                    }
                    rows.insert(segment, bytes);
                });
    }

    @Override
    public CompletableFuture<Void> storeToken(
            @Nullable TrackingToken token,
            String processorName,
            int segmentId,
            @Nullable ProcessingContext context) {
        byte[] bytes = TokenBytes.encode(token);
        if (context == null || !context.isStarted() || context.isCompleted()) {
            return store(bytes, processorName, segmentId);
        }
        context.onAfterCommit(committed -> store(bytes, processorName, segmentId));
        return extendClaim(processorName, segmentId, context);
    }

    private CompletableFuture<Void> store(byte[] token, String processorName, int segmentId) {
        return done(
                processorName,
                rows -> {
                    TokenRows.Held held = rows.requireOwned(segmentId, owner);
                    rows.claim(segmentId, owner, now());
                    if (!TokenBytes.liesBefore(token, held.token())) {
                        rows.store(segmentId, token);
                    }
                });
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's signature cannot say that there may be none
    public CompletableFuture<TrackingToken> fetchToken(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        return transact(
                processorName,
                rows -> {
                    TokenRows.Held held = rows.find(segmentId);
                    if (held == null || !held.claimable(owner, staleBefore())) {
                        throw new UnableToClaimTokenException(
                                held == null
                                        ? "%s has no segment %d".formatted(processorName, segmentId)
                                        : "segment %d of %s is claimed by %s"
                                                .formatted(segmentId, processorName, held.owner()));
                    }
                    rows.claim(segmentId, owner, now());
                    return TokenBytes.decode(held.token());
                });
    }

    @Override
    public CompletableFuture<Void> extendClaim(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        return done(
                processorName,
                rows -> {
                    rows.requireOwned(segmentId, owner);
                    rows.claim(segmentId, owner, now());
                });
    }

    @Override
    public CompletableFuture<Void> releaseClaim(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        return done(
                processorName,
                rows -> {
                    TokenRows.Held held = rows.find(segmentId);
                    if (held != null && owner.equals(held.owner())) {
                        rows.claim(segmentId, null, now());
                    }
                });
    }

    /** Also an unclaimed one: Axon 5.0.1 releases a segment before it deletes it in a split. */
    @Override
    public CompletableFuture<Void> deleteToken(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        return done(
                processorName,
                rows -> {
                    TokenRows.Held held = rows.find(segmentId);
                    if (held == null || (held.owner() != null && !owner.equals(held.owner()))) {
                        throw new UnableToClaimTokenException(
                                "segment %d of %s is not there or claimed by another"
                                        .formatted(segmentId, processorName));
                    }
                    rows.delete(segmentId);
                });
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's signature cannot say that there may be none
    public CompletableFuture<Segment> fetchSegment(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        return workers.submit(
                session -> {
                    TokenRows.Held held = new TokenRows(session, processorName).find(segmentId);
                    return held == null ? null : held.segment();
                });
    }

    @Override
    public CompletableFuture<List<Segment>> fetchSegments(
            String processorName, @Nullable ProcessingContext context) {
        return workers.submit(
                session ->
                        new TokenRows(session, processorName)
                                .all().stream().map(TokenRows.Held::segment).toList());
    }

    @Override
    public CompletableFuture<List<Segment>> fetchAvailableSegments(
            String processorName, @Nullable ProcessingContext context) {
        return workers.submit(
                session -> {
                    List<Segment> available = new ArrayList<>();
                    for (TokenRows.Held held : new TokenRows(session, processorName).all()) {
                        if (held.claimable(owner, staleBefore())) {
                            available.add(held.segment());
                        }
                    }
                    return available;
                });
    }

    @Override
    public CompletableFuture<String> retrieveStorageIdentifier(
            @Nullable ProcessingContext context) {
        return workers.submit(
                session -> {
                    PreparedStatement insert =
                            session.prepare(
                                    "INSERT OR IGNORE INTO tokens_identity (only, id) VALUES (1, ?)");
                    insert.setBytes(1, UuidBytes.encode(identity));
                    insert.executeUpdate();
                    try (ResultSet found =
                            session.prepare("SELECT id FROM tokens_identity").executeQuery()) {
                        if (!found.next()) {
                            throw new SQLException("the identity of the tokens is gone");
                        }
                        return UuidBytes.decode(found.getBytes(1)).toString();
                    }
                });
    }

    private long now() {
        return clock.millis();
    }

    private long staleBefore() {
        return now() - claimTimeout.toMillis();
    }

    @FunctionalInterface
    private interface Change {
        void on(TokenRows rows) throws SQLException;
    }

    @FunctionalInterface
    private interface Transaction<T extends @Nullable Object> {
        T on(TokenRows rows) throws SQLException;
    }

    private CompletableFuture<Void> done(String processor, Change change) {
        return transact(
                        processor,
                        rows -> {
                            change.on(rows);
                            return true;
                        })
                .thenAccept(done -> {});
    }

    private <T extends @Nullable Object> CompletableFuture<T> transact(
            String processor, Transaction<T> transaction) {
        return workers.submit(
                session ->
                        session.inTransaction(
                                own -> transaction.on(new TokenRows(own, processor))));
    }
}
