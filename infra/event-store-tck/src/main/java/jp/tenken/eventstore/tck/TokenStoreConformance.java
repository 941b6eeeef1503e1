package jp.tenken.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.eventhandling.processing.streaming.token.ReplayToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.junit.jupiter.api.Test;

/**
 * What every token store for Axon's processors must do. Axon publishes no suite for it. An engine's
 * test class extends this and says how to {@link #open} a store; nothing else, and no test may be
 * disabled.
 */
public abstract class TokenStoreConformance extends TokenSegmentConformance {

    @Test
    protected void aClaimIsExclusiveUntilItIsReleased() {
        initialize(2, token(0));
        assertThat(claim(mine, PROCESSOR, 0)).isEqualTo(token(0));

        assertUnclaimable(tx -> theirs.fetchToken(PROCESSOR, 0, tx));
        assertUnclaimable(tx -> theirs.storeToken(token(9), PROCESSOR, 0, tx));
        assertUnclaimable(tx -> theirs.extendClaim(PROCESSOR, 0, tx));
        assertUnclaimable(tx -> theirs.deleteToken(PROCESSOR, 0, tx));
        value(tx -> theirs.releaseClaim(PROCESSOR, 0, tx));
        assertUnclaimable(tx -> theirs.fetchToken(PROCESSOR, 0, tx));
        assertThat(ids(segments(tx -> theirs.fetchAvailableSegments(PROCESSOR, tx))))
                .containsExactly(1);
        assertThat(ids(segments(tx -> mine.fetchAvailableSegments(PROCESSOR, tx))))
                .containsExactly(0, 1);
        assertThat(claim(mine, PROCESSOR, 0)).isEqualTo(token(0));

        value(tx -> mine.storeToken(token(5), PROCESSOR, 0, tx));
        value(tx -> mine.releaseClaim(PROCESSOR, 0, tx));
        assertThat(claim(theirs, PROCESSOR, 0)).isEqualTo(token(5));
        assertUnclaimable(tx -> mine.storeToken(token(6), PROCESSOR, 0, tx));
    }

    @Test
    protected void ofManyWhoClaimAtOnceExactlyOneHasIt() {
        initialize(16, token(0));
        for (int segment = 0; segment < 16; segment++) {
            int id = segment;
            List<CompletableFuture<TrackingToken>> claims = new ArrayList<>();
            for (TokenStore store : List.of(mine, theirs)) {
                claims.add(UnitsOfWork.of(tx -> store.fetchToken(PROCESSOR, id, tx)));
            }
            int won = 0;
            for (CompletableFuture<TrackingToken> claim : claims) {
                if (succeeded(claim)) {
                    won++;
                }
            }
            assertThat(won).as("owners of segment %d", id).isEqualTo(1);
        }
    }

    @Test
    protected void anAbandonedClaimIsTakenAfterTheTimeoutAndItsFormerOwnerFindsOut()
            throws Exception {
        TokenStore heir = openFor("heir", SHORT, Duration.ZERO);
        initialize(1, token(3));
        value(tx -> mine.fetchToken(PROCESSOR, 0, tx));

        Await.until(
                "the claim is given up for lost",
                () -> succeeded(UnitsOfWork.of(tx -> heir.fetchToken(PROCESSOR, 0, tx))));

        assertUnclaimable(tx -> mine.storeToken(token(4), PROCESSOR, 0, tx));
        assertUnclaimable(tx -> mine.extendClaim(PROCESSOR, 0, tx));
        value(tx -> heir.storeToken(token(5), PROCESSOR, 0, tx));
        assertThat(claim(heir, PROCESSOR, 0)).isEqualTo(token(5));
    }

    @Test
    protected void anOwnersWrongClockNeitherStealsAClaimNorBlocksIt() throws Exception {
        for (Duration wrong : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
            String processor = "clock" + wrong;
            TokenStore patient = openFor("patient" + wrong, Duration.ofMinutes(30), wrong);
            TokenStore hasty = openFor("hasty" + wrong, SHORT, wrong);
            value(tx -> mine.initializeTokenSegments(processor, 1, token(0), tx));
            value(tx -> mine.fetchToken(processor, 0, tx));

            assertUnclaimable(tx -> patient.fetchToken(processor, 0, tx));
            Await.until(
                    "a clock that is wrong by " + wrong + " blocks nothing",
                    () -> succeeded(UnitsOfWork.of(tx -> hasty.fetchToken(processor, 0, tx))));
            assertUnclaimable(tx -> mine.fetchToken(processor, 0, tx));
        }
    }

    @Test
    protected void theSameTokenMayBeStoredAgainAndNoTokenIsOneToo() {
        initialize(1, null);
        assertThat(claim(mine, PROCESSOR, 0)).isNull();
        for (int again = 0; again < 5; again++) {
            value(tx -> mine.storeToken(token(8), PROCESSOR, 0, tx));
        }
        assertThat(claim(mine, PROCESSOR, 0)).isEqualTo(token(8));
        value(tx -> mine.extendClaim(PROCESSOR, 0, tx));
        assertThat(claim(mine, PROCESSOR, 0)).isEqualTo(token(8));
    }

    @Test
    protected void aLowerPositionNeverReplacesAHigherOneUnlessItIsAReplay() {
        initialize(1, token(0));
        assertThat(claim(mine, PROCESSOR, 0)).isEqualTo(token(0));
        value(tx -> mine.storeToken(token(8), PROCESSOR, 0, tx));
        value(tx -> mine.storeToken(token(3), PROCESSOR, 0, tx));
        assertThat(claim(mine, PROCESSOR, 0)).isEqualTo(token(8));

        TrackingToken replay = ReplayToken.createReplayToken(token(8), token(3));
        value(tx -> mine.storeToken(replay, PROCESSOR, 0, tx));
        assertThat(claim(mine, PROCESSOR, 0)).isEqualTo(replay);
        value(tx -> mine.storeToken(token(4), PROCESSOR, 0, tx));
        assertThat(claim(mine, PROCESSOR, 0)).isEqualTo(token(4));
    }
}
