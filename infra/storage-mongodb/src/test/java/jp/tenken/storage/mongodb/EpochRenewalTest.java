package jp.tenken.storage.mongodb;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.CommitFixtures;
import jp.tenken.storage.mongodb.MongoStorageException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database that was restored gets a log of another name with the same content. */
@ExtendWith(TestServer.class)
class EpochRenewalTest {

    private static final String VIEW = "contract_status_v1";

    private final String database = TestServer.database();
    private final MongoSettings settings = TestServer.settings(database);

    @Test
    void theLogIsAnotherOneWithTheSameCommitsAndStaysThat() {
        Commit commit = new CommitFixtures().commit("t", event("A"));
        UUID before;
        try (MongoStorage storage = MongoStorage.open(settings)) {
            before = storage.log().epoch();
            Await.value(storage.log().tryAppend(0, List.of(commit)));
        }
        UUID renewed = MongoStorage.renewEpoch(settings);
        assertThat(renewed).isNotEqualTo(before);
        for (int start = 0; start < 2; start++) {
            try (MongoStorage storage = MongoStorage.open(settings)) {
                assertThat(storage.log().epoch()).isEqualTo(renewed);
                assertThat(Await.value(storage.log().read(0, 1, 1)).commits())
                        .containsExactly(commit);
            }
        }
    }

    @Test
    void aDatabaseWhoseViewsAreKeptBySomebodyKeepsItsEpoch() {
        try (MongoStorage storage = MongoStorage.open(settings)) {
            UUID epoch = storage.log().epoch();
            Await.value(storage.claims().claim(VIEW, "somebody", Duration.ofMinutes(5)));
            assertThat(refusal()).hasMessageContainingAll(database, "stop all services");
            assertThat(refusal().kind()).isEqualTo(Kind.IN_USE);
            Await.value(storage.claims().release(VIEW, "somebody"));
            assertThat(epochNow()).isEqualTo(epoch);
        }
        assertThat(MongoStorage.renewEpoch(settings)).isEqualTo(epochNow());
    }

    @Test
    void aClaimThatHasRunOutIsNobodys() {
        try (MongoStorage storage = MongoStorage.open(settings)) {
            Await.value(storage.claims().claim(VIEW, "somebody", Duration.ofMillis(1)));
        }
        Await.until("the claim has run out", () -> !inUse());
        assertThat(MongoStorage.renewEpoch(settings)).isEqualTo(epochNow());
    }

    @Test
    void whereNothingWasRestoredNothingIsMade() {
        assertThat(refusal())
                .hasMessageContainingAll(database, "holds no log")
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.DAMAGED));
        assertThat(
                        Await.value(
                                TestReplies.REPLIES.all(
                                        TestServer.open(database).listCollectionNames())))
                .isEmpty();
    }

    private UUID epochNow() {
        try (MongoStorage storage = MongoStorage.open(settings)) {
            return storage.log().epoch();
        }
    }

    private boolean inUse() {
        return Await.value(
                new MongoWorkClaims(TestServer.open(database), TestReplies.REPLIES).anyHeld());
    }

    private MongoStorageException refusal() {
        MongoStorageException refusal =
                catchThrowableOfType(
                        MongoStorageException.class, () -> MongoStorage.renewEpoch(settings));
        assertThat(refusal).as("the database got another epoch").isNotNull();
        return refusal;
    }
}
