package jp.tenken.storage.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tenken.eventstore.tck.Await;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWork;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A token is never ahead of what was done: it moves with the unit of work, after it. */
@ExtendWith(TestServer.class)
class TokensInUnitsOfWorkTest {

    private static final SimpleUnitOfWorkFactory UNITS =
            new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE);
    private static final TrackingToken BEFORE = new GlobalSequenceTrackingToken(3);
    private static final TrackingToken AFTER = new GlobalSequenceTrackingToken(9);

    private final MongoDatabase database = TestServer.open(TestServer.database());
    private final TokenStore tokens = tokensOf("this", Duration.ofHours(1));

    @BeforeEach
    void claimASegment() {
        Await.value(tokens.initializeTokenSegments("p", 1, BEFORE, null));
        Await.value(tokens.fetchToken("p", 0, null));
    }

    @Test
    void aTokenIsStoredWhenItsUnitOfWorkIsCommitted() {
        UnitOfWork unit = UNITS.create();
        unit.onPrepareCommit(context -> tokens.storeToken(AFTER, "p", 0, context));
        unit.runOnCommit(context -> assertThat(stored()).isEqualTo(BEFORE));
        Await.value(unit.execute());
        assertThat(stored()).isEqualTo(AFTER);
    }

    @Test
    void aTokenIsNotStoredWhenTheCommitFails() {
        UnitOfWork unit = UNITS.create();
        unit.onPrepareCommit(context -> tokens.storeToken(AFTER, "p", 0, context));
        unit.runOnCommit(
                context -> {
                    throw new IllegalStateException("the append was refused");
                });
        assertThatThrownBy(() -> Await.value(unit.execute()))
                .hasStackTraceContaining("the append was refused");
        assertThat(stored()).isEqualTo(BEFORE);
    }

    @Test
    void whoLostTheClaimDoesNotCommit() {
        Await.value(tokens.releaseClaim("p", 0, null));
        Await.value(tokensOf("other", Duration.ofHours(1)).fetchToken("p", 0, null));
        UnitOfWork unit = UNITS.create();
        AtomicBoolean committed = new AtomicBoolean();
        unit.onPrepareCommit(context -> tokens.storeToken(AFTER, "p", 0, context));
        unit.runOnCommit(context -> committed.set(true));
        assertThatThrownBy(() -> Await.value(unit.execute()))
                .hasRootCauseInstanceOf(UnableToClaimTokenException.class);
        assertThat(committed).isFalse();
    }

    private TrackingToken stored() {
        return Await.value(tokens.fetchToken("p", 0, null));
    }

    private TokenStore tokensOf(String owner, Duration claimTimeout) {
        return new MongoTokenStore(
                database, TestReplies.REPLIES, owner, claimTimeout, new UUID(1, 1));
    }
}
