package jp.tenken.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.MergedTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToInitializeTokenException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments: made once, split, merged; and the identity of the storage. */
abstract class TokenSegmentConformance {

    /**
     * Who uses a store.
     *
     * @param name of the process
     * @param claimTimeout after which it may take another's claim that was not renewed
     * @param clock its own, which may be wrong: claims age by the clock of the storage
     */
    public record Owner(String name, Duration claimTimeout, Clock clock) {}

    static final String PROCESSOR = "things";
    static final Duration LONG = Duration.ofHours(2);
    static final Duration SHORT = Duration.ofMillis(50);

    @TempDir Path directory;

    TokenStore mine = new InMemoryTokens(Clock.systemUTC()).of("none", LONG);
    TokenStore theirs = mine;

    /**
     * Opens the tokens that live under a directory as an owner sees them. Several owners have the
     * same directory open at the same time. Whatever is left open is the test class's to close.
     */
    protected abstract TokenStore open(Path directory, Owner owner) throws Exception;

    @BeforeEach
    protected void openForTwoOwners() throws Exception {
        mine = openFor("me", LONG, Duration.ZERO);
        theirs = openFor("they", LONG, Duration.ZERO);
    }

    @Test
    protected void anUnknownProcessorHasNoSegments() {
        assertThat(segments(tx -> mine.fetchSegments(PROCESSOR, tx))).isEmpty();
        assertThat(segments(tx -> mine.fetchAvailableSegments(PROCESSOR, tx))).isEmpty();
        assertThat(segment(mine, PROCESSOR, 0)).isNull();
        assertUnclaimable(tx -> mine.fetchToken(PROCESSOR, 0, tx));
        assertUnclaimable(tx -> mine.storeToken(token(1), PROCESSOR, 0, tx));
        assertUnclaimable(tx -> mine.extendClaim(PROCESSOR, 0, tx));
    }

    @Test
    protected void segmentsAreInitializedOnceUnclaimedWithTheInitialToken() {
        List<Segment> made = initialize(4, token(7));

        assertThat(made).hasSize(4).isEqualTo(Segment.splitBalanced(Segment.ROOT_SEGMENT, 3));
        assertThat(segments(tx -> theirs.fetchSegments(PROCESSOR, tx)))
                .containsExactlyInAnyOrderElementsOf(made);
        assertThat(segments(tx -> theirs.fetchAvailableSegments(PROCESSOR, tx)))
                .containsExactlyInAnyOrderElementsOf(made);
        for (Segment segment : made) {
            assertThat(segment(mine, PROCESSOR, segment.getSegmentId())).isEqualTo(segment);
            assertThat(claim(mine, PROCESSOR, segment.getSegmentId())).isEqualTo(token(7));
        }
        assertUnclaimable(tx -> theirs.initializeTokenSegments(PROCESSOR, 2, token(0), tx));
        assertThat(segments(tx -> theirs.fetchSegments(PROCESSOR, tx))).hasSize(4);
        assertThat(segments(tx -> theirs.fetchSegments("other", tx))).isEmpty();
    }

    @Test
    protected void ofTwoWhoInitializeAtOnceExactlyOneDoes() {
        for (int round = 0; round < 20; round++) {
            String processor = "race-" + round;
            List<CompletableFuture<List<Segment>>> races = new ArrayList<>();
            for (TokenStore store : List.of(mine, theirs, mine, theirs)) {
                races.add(
                        UnitsOfWork.of(
                                tx -> store.initializeTokenSegments(processor, 4, token(0), tx)));
            }
            int won = 0;
            for (CompletableFuture<List<Segment>> race : races) {
                if (succeeded(race)) {
                    won++;
                }
            }
            assertThat(won).isEqualTo(1);
            assertThat(segments(tx -> mine.fetchSegments(processor, tx))).hasSize(4);
        }
    }

    @Test
    protected void aSplitInTheOrderOfAxon501Succeeds() {
        initialize(1, token(4));
        Segment[] halves = Segment.ROOT_SEGMENT.split();

        value(
                tx ->
                        mine.fetchToken(PROCESSOR, 0, tx)
                                .thenCompose(
                                        token ->
                                                mine.initializeSegment(
                                                        token(4), PROCESSOR, halves[1], tx))
                                .thenCompose(done -> mine.releaseClaim(PROCESSOR, 0, tx))
                                .thenCompose(done -> mine.deleteToken(PROCESSOR, 0, tx))
                                .thenCompose(
                                        done ->
                                                mine.initializeSegment(
                                                        token(4), PROCESSOR, halves[0], tx)));

        assertThat(segments(tx -> theirs.fetchAvailableSegments(PROCESSOR, tx)))
                .containsExactlyInAnyOrder(halves);
        for (Segment half : halves) {
            assertThat(claim(theirs, PROCESSOR, half.getSegmentId())).isEqualTo(token(4));
        }
    }

    @Test
    protected void aMergeInTheOrderOfAxon501SucceedsAndKeepsBothPositions() {
        List<Segment> halves = initialize(2, token(0));
        value(tx -> mine.fetchToken(PROCESSOR, 0, tx));
        value(tx -> mine.storeToken(token(5), PROCESSOR, 0, tx));
        value(tx -> mine.fetchToken(PROCESSOR, 1, tx));
        value(tx -> mine.storeToken(token(9), PROCESSOR, 1, tx));
        TrackingToken merged = MergedTrackingToken.merged(token(5), token(9));
        Segment whole = halves.get(0).mergedWith(halves.get(1));

        value(
                tx ->
                        mine.deleteToken(PROCESSOR, 0, tx)
                                .thenCompose(done -> mine.deleteToken(PROCESSOR, 1, tx))
                                .thenCompose(
                                        done ->
                                                mine.initializeSegment(
                                                        merged, PROCESSOR, whole, tx))
                                .thenCompose(done -> mine.releaseClaim(PROCESSOR, 0, tx)));

        assertThat(segments(tx -> mine.fetchSegments(PROCESSOR, tx)))
                .containsExactly(Segment.ROOT_SEGMENT);
        assertThat(claim(theirs, PROCESSOR, 0)).isEqualTo(merged);
    }

    @Test
    protected void aSegmentThatHasATokenIsNotInitializedAgain() {
        initialize(1, token(2));
        assertThat(
                        Await.failure(
                                () ->
                                        UnitsOfWork.of(
                                                tx ->
                                                        mine.initializeSegment(
                                                                token(0),
                                                                PROCESSOR,
                                                                Segment.ROOT_SEGMENT,
                                                                tx))))
                .isInstanceOf(UnableToInitializeTokenException.class);
        assertThat(claim(mine, PROCESSOR, 0)).isEqualTo(token(2));
    }

    @Test
    protected void allOwnersOfOneStorageAgreeOnItsIdentifierAlsoWhenTheyAskAtOnce()
            throws Exception {
        List<CompletableFuture<String>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            TokenStore store = i % 2 == 0 ? mine : theirs;
            asked.add(UnitsOfWork.of(store::retrieveStorageIdentifier));
        }
        Set<String> identifiers = new HashSet<>();
        asked.forEach(each -> identifiers.add(Await.value(each)));
        assertThat(identifiers).hasSize(1).doesNotContain("");
        TokenStore elsewhere =
                open(directory.resolve("elsewhere"), new Owner("me", LONG, Clock.systemUTC()));
        String other = value(elsewhere::retrieveStorageIdentifier);
        assertThat(other).isNotIn(identifiers);
    }

    TokenStore openFor(String name, Duration claimTimeout, Duration wrong) throws Exception {
        return open(
                directory.resolve("tokens"),
                new Owner(name, claimTimeout, Clock.offset(Clock.systemUTC(), wrong)));
    }

    List<Segment> initialize(int segments, @Nullable TrackingToken token) {
        return value(tx -> mine.initializeTokenSegments(PROCESSOR, segments, token, tx));
    }

    static TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    static <T extends @Nullable Object> T value(
            Function<ProcessingContext, CompletableFuture<T>> work) {
        return Await.value(UnitsOfWork.of(work));
    }

    static List<Segment> segments(
            Function<ProcessingContext, CompletableFuture<List<Segment>>> work) {
        return value(work);
    }

    static @Nullable Segment segment(TokenStore store, String processor, int segment) {
        return value(tx -> store.fetchSegment(processor, segment, tx));
    }

    static @Nullable TrackingToken claim(TokenStore store, String processor, int segment) {
        return value(tx -> store.fetchToken(processor, segment, tx));
    }

    static void assertUnclaimable(Function<ProcessingContext, CompletableFuture<?>> work) {
        assertThat(
                        Await.failure(
                                () -> UnitsOfWork.of(tx -> work.apply(tx).thenApply(done -> true))))
                .isInstanceOf(UnableToClaimTokenException.class);
    }

    static boolean succeeded(CompletableFuture<?> call) {
        Throwable failure = Await.outcome(call);
        if (failure != null) {
            assertThat(failure).isInstanceOf(UnableToClaimTokenException.class);
        }
        return failure == null;
    }

    static List<Integer> ids(List<Segment> segments) {
        return segments.stream().map(Segment::getSegmentId).sorted().toList();
    }
}
