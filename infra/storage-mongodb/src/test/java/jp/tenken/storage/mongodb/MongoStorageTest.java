package jp.tenken.storage.mongodb;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.connection.ClusterType;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.CommitFixtures;
import jp.tenken.storage.mongodb.MongoStorageException.Kind;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program starts on a database that will do, and says in one sentence why another does not. */
@ExtendWith(TestServer.class)
class MongoStorageTest {

    private static final Duration SOON = Duration.ofMillis(500);

    private final String database = TestServer.database();
    private final MongoSettings settings = TestServer.settings(database);
    private final Replies replies = new Replies(OwnThreads.EXECUTOR);

    @Test
    void itTellsWhatTheServerIsWhichDatabaseAndHowManyEvents() {
        CommitFixtures commits = new CommitFixtures();
        try (MongoStorage storage = MongoStorage.open(settings)) {
            Await.value(
                    storage.log()
                            .tryAppend(0, List.of(commits.commit("t", event("A"), event("B")))));
            StorageFacts facts = Await.value(storage.facts());
            assertThat(facts.database()).isEqualTo(database);
            assertThat(facts.events()).isEqualTo(2);
            assertThat(facts.server()).contains(settings.hosts().getFirst());
        }
    }

    @Test
    void aLogHasManyWritersAndKeepsItsEpoch() {
        UUID epoch;
        try (MongoStorage storage = MongoStorage.open(settings)) {
            assertThat(storage.log().exclusive()).isFalse();
            epoch = storage.log().epoch();
        }
        try (MongoStorage storage = MongoStorage.open(settings)) {
            assertThat(storage.log().epoch()).isEqualTo(epoch);
        }
    }

    @Test
    void processesThatMeetAnEmptyDatabaseAtOnceAgreeOnItsEpoch() {
        List<UUID> epochs =
                IntStream.range(0, 6)
                        .mapToObj(
                                each ->
                                        CompletableFuture.supplyAsync(
                                                this::epoch, work -> new Thread(work).start()))
                        .toList()
                        .stream()
                        .map(Await::value)
                        .toList();
        assertThat(epochs.stream().distinct()).hasSize(1);
    }

    private UUID epoch() {
        try (MongoStorage storage = MongoStorage.open(settings)) {
            return storage.log().epoch();
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsLeftAlone() {
        format(new Document("_id", "format").append("version", 2).append("later", true));
        assertThat(refusal(settings))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.NEWER_FORMAT))
                .hasMessageContainingAll(database, "newer version", "format 2");
        assertThat(Await.value(replies.all(TestServer.open(database).listCollectionNames())))
                .doesNotContain(CommitDocument.COLLECTION.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{_id: 'format'}",
                "{_id: 'format', version: 'one'}",
                "{_id: 'format', version: 1}",
                "{_id: 'format', version: 1, epoch: 'text'}"
            })
    void aDatabaseOfSomethingElseIsLeftAlone(String format) {
        format(Document.parse(format));
        assertThat(refusal(settings))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.DAMAGED))
                .hasMessageContainingAll(database, "did not write");
    }

    @Test
    void aLogWhoseEndCannotBeReadIsDamaged() {
        MongoStorage.open(settings).close();
        Document unreadable =
                new Document("_id", 1L)
                        .append(CommitDocument.END, 1L)
                        .append(CommitDocument.CONTENT, new Binary(new byte[] {1}));
        Await.value(
                replies.done(
                        TestServer.open(database)
                                .getCollection(CommitDocument.COLLECTION.name())
                                .insertOne(unreadable)));
        assertThat(refusal(settings))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.DAMAGED))
                .hasMessageContainingAll(database, "backup");
    }

    @Test
    void aServerThatIsNotThereIsSaidToBeUnreachable() throws Exception {
        int port = freePort();
        String uri = "mongodb://someone:secret@127.0.0.1:" + port + "/?authSource=admin";
        assertThat(refusal(MongoSettings.of(uri, "d").within(SOON, SOON)))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.UNREACHABLE))
                .hasMessageContainingAll("127.0.0.1:" + port, "cannot be reached")
                .hasMessageNotContaining("secret");
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Test
    void aServerThatNeverAnswersIsSaidToBeUnreachable() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            MongoSettings away =
                    MongoSettings.of("mongodb://127.0.0.1:" + silent.getLocalPort(), "d")
                            .within(SOON, SOON);
            assertThat(refusal(away).kind()).isEqualTo(Kind.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "mongodb://",
                "postgres://a:hush@b/c",
                "mongodb://u:hush@h:port"
            })
    void aMalformedAddressIsSaidToBeOneWithoutShowingIt(String uri) {
        MongoStorageException refusal = refusal(MongoSettings.of(uri, "d"));
        assertThat(refusal.kind()).isEqualTo(Kind.MALFORMED_SETTING);
        assertThat(refusal).hasMessageContaining("mongodb://").hasNoCause();
        assertThat(refusal.getMessage()).doesNotContain("hush");
        assertThat(MongoSettings.of(uri, "d").toString()).doesNotContain("hush");
    }

    @Test
    void aStandaloneServerNeedsTheExplicitSetting() {
        ServerFacts alone = new ServerFacts(ClusterType.STANDALONE, true, "");
        MongoSettings strict = MongoSettings.of(TestServer.uri(), database);
        assertThat(catchThrowableOfType(MongoStorageException.class, () -> check(strict, alone)))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.STANDALONE))
                .hasMessageContaining("standalone server");
        assertThat(check(strict.allowingStandalone(), alone)).isEqualTo(alone);
    }

    @Test
    @EnabledIf(
            value = "jp.tenken.storage.mongodb.TestServer#isInThisProcess",
            disabledReason = "NOT RUN: the named server may be a replica set")
    void aServerInThisProcessIsStandaloneAndRefusedWithoutTheSetting() {
        assertThat(refusal(MongoSettings.of(TestServer.uri(), database)).kind())
                .isEqualTo(Kind.STANDALONE);
    }

    @Test
    void aShardedClusterAndServersWithoutSessionsAreUnsuitable() {
        MongoSettings strict = MongoSettings.of(TestServer.uri(), database);
        ServerFacts sharded = new ServerFacts(ClusterType.SHARDED, true, "");
        ServerFacts old = new ServerFacts(ClusterType.REPLICA_SET, false, "rs0");
        for (MongoSettings each : List.of(strict, strict.allowingStandalone())) {
            assertThat(
                            catchThrowableOfType(
                                            MongoStorageException.class, () -> check(each, sharded))
                                    .kind())
                    .isEqualTo(Kind.UNSUITABLE);
        }
        assertThat(catchThrowableOfType(MongoStorageException.class, () -> check(strict, old)))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.UNSUITABLE))
                .hasMessageContainingAll("replica set rs0", "sessions");
        ServerFacts good = new ServerFacts(ClusterType.REPLICA_SET, true, "rs0");
        assertThat(check(strict, good)).isEqualTo(good);
    }

    @Test
    void closingTwiceIsHarmless() {
        MongoStorage storage = MongoStorage.open(settings);
        storage.close();
        storage.close();
        assertThat(Await.failure(() -> storage.log().head())).isNotNull();
    }

    private ServerFacts check(MongoSettings with, ServerFacts server) {
        return new ServerCheck(with, replies).suitable(server);
    }

    private void format(Document format) {
        Await.value(
                replies.done(
                        TestServer.open(database)
                                .getCollection(DatabaseFormat.COLLECTION.name())
                                .insertOne(format)));
    }

    private static MongoStorageException refusal(MongoSettings settings) {
        MongoStorageException refusal =
                catchThrowableOfType(
                        MongoStorageException.class, () -> MongoStorage.open(settings).close());
        assertThat(refusal).as("the database was opened").isNotNull();
        assertThat(refusal.getMessage()).doesNotContain("\n");
        return refusal;
    }
}
