package jp.tenken.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWork;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token is never ahead of what was done: it moves with the unit of work, after it. */
class TokensInUnitsOfWorkTest {

    private static final SimpleUnitOfWorkFactory UNITS =
            new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE);
    private static final TrackingToken BEFORE = new GlobalSequenceTrackingToken(3);
    private static final TrackingToken AFTER = new GlobalSequenceTrackingToken(9);

    @TempDir Path directory;

    private SqliteStorage storage;
    private TokenStore tokens;

    @BeforeEach
    void open() throws Exception {
        reopen();
        value(tokens.initializeTokenSegments("p", 1, BEFORE, null));
        value(tokens.fetchToken("p", 0, null));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aTokenIsStoredWhenItsUnitOfWorkIsCommitted() throws Exception {
        UnitOfWork unit = UNITS.create();
        unit.runOnPrepareCommit(context -> join(tokens.storeToken(AFTER, "p", 0, context)));
        unit.runOnCommit(
                context -> assertThat(join(tokens.fetchToken("p", 0, null))).isEqualTo(BEFORE));
        value(unit.execute());
        assertThat(value(tokens.fetchToken("p", 0, null))).isEqualTo(AFTER);
    }

    @Test
    void aTokenIsNotStoredWhenTheCommitFails() throws Exception {
        UnitOfWork unit = UNITS.create();
        unit.runOnPrepareCommit(context -> join(tokens.storeToken(AFTER, "p", 0, context)));
        unit.runOnCommit(
                context -> {
                    throw new IllegalStateException("the append was refused");
                });
        assertThatThrownBy(() -> value(unit.execute()))
                .hasStackTraceContaining("the append was refused");
        assertThat(value(tokens.fetchToken("p", 0, null))).isEqualTo(BEFORE);
    }

    @Test
    void whoLostTheClaimDoesNotCommit() throws Exception {
        value(tokens.releaseClaim("p", 0, null));
        value(storage.tokens("other", Duration.ofHours(1)).fetchToken("p", 0, null));
        UnitOfWork unit = UNITS.create();
        boolean[] committed = {false};
        unit.onPrepareCommit(context -> tokens.storeToken(AFTER, "p", 0, context));
        unit.runOnCommit(context -> committed[0] = true);
        assertThatThrownBy(() -> value(unit.execute()))
                .hasRootCauseInstanceOf(UnableToClaimTokenException.class);
        assertThat(committed[0]).isFalse();
    }

    @Test
    void claimsOfAProcessThatEndedAreFreeAtOnce() throws Exception {
        value(tokens.storeToken(AFTER, "p", 0, null));
        storage.close();
        reopen();
        TokenStore heir = storage.tokens("heir", Duration.ofHours(1));
        assertThat(value(heir.fetchToken("p", 0, null))).isEqualTo(AFTER);
    }

    private void reopen() {
        storage = SqliteStorage.open(directory, Clock.systemUTC());
        tokens = storage.tokens();
    }

    private static <T> T value(CompletableFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    private static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
