package jp.tenken.storage.mongodb;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.CommitFixtures;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a batch that finds something in its way. */
@ExtendWith(TestServer.class)
class LogWriterTest {

    private static final AppendOutcome APPENDED = new AppendOutcome.Appended();
    private static final AppendOutcome MOVED = new AppendOutcome.HeadMoved();

    private final List<BsonDocument> commands = new CopyOnWriteArrayList<>();
    private final MongoClient client =
            MongoClients.create(
                    TestServer.clientSettings().addCommandListener(new Commands()).build());
    private final MongoDatabase database = client.getDatabase(TestServer.database());
    private final CommitLog log = TestLogs.open(database);
    private final CommitFixtures commits = new CommitFixtures();

    private final class Commands implements CommandListener {
        @Override
        public void commandStarted(CommandStartedEvent event) {
            commands.add(event.getCommand().clone());
        }
    }

    @AfterEach
    void closeTheClient() {
        client.close();
    }

    @Test
    void aBatchThatStandsAlreadyIsASuccessAndStandsOnce() {
        List<Commit> batch = someCommits(5);
        assertThat(append(log, batch)).isEqualTo(APPENDED);
        assertThat(append(log, batch)).as("the head is known to have moved").isEqualTo(MOVED);

        CommitLog forgetful = TestLogs.open(database);
        assertThat(append(forgetful, batch)).isEqualTo(APPENDED);
        assertThat(everything()).isEqualTo(batch);
        assertThat(append(forgetful, someCommits(1))).isEqualTo(APPENDED);
    }

    @Test
    void somebodyElsesCommitInTheMiddleKeepsWhatIsBeforeItAndRefusesTheRest() {
        List<Commit> batch = someCommits(4);
        Commit foreign = at(batch.get(2).header().position());
        insert(foreign);

        assertThat(append(log, batch)).isEqualTo(MOVED);
        assertThat(everything()).containsExactly(batch.get(0), batch.get(1), foreign);
    }

    @Test
    void aPrefixOfOurOwnIsNotTakenForTheWhole() {
        List<Commit> batch = someCommits(4);
        batch.subList(0, 2).forEach(this::insert);

        assertThat(append(log, batch)).isEqualTo(MOVED);
        assertThat(everything()).isEqualTo(batch.subList(0, 2));
    }

    @Test
    void anAppendIdThatStandsElsewhereIsAnAlarmAndNoLostRace() {
        List<Commit> batch = someCommits(2);
        Commit elsewhere = batch.getFirst();
        insert(moved(elsewhere, 500));

        assertThat(Await.failure(() -> log.tryAppend(0, batch)))
                .isInstanceOf(CommitLogException.class)
                .hasMessageContaining("at another position");
        assertThat(Await.value(log.read(0, 100, 100)).commits()).isEmpty();
    }

    @Test
    void whatIsTooLargeForTheServerIsRefusedBeforeItIsSent() {
        Commit huge = commits.commit("t", event("Huge", new byte[17 << 20]));
        commands.clear();

        assertThat(Await.failure(() -> log.tryAppend(0, List.of(huge))))
                .isInstanceOf(CommitLogException.class)
                .hasMessageContaining("nothing was written");
        assertThat(commands).isEmpty();
    }

    @Test
    void aBatchIsOneCommandThatAMajorityAcknowledges() {
        commands.clear();
        assertThat(append(log, someCommits(512))).isEqualTo(APPENDED);

        assertThat(commands).hasSize(1);
        BsonDocument insert = commands.getFirst();
        assertThat(insert.getString("insert").getValue()).isEqualTo("commits");
        assertThat(insert.getBoolean("ordered").getValue()).isTrue();
        BsonDocument concern = insert.getDocument("writeConcern");
        assertThat(concern.getString("w").getValue()).isEqualTo("majority");
        assertThat(concern.getBoolean("j").getValue()).isTrue();
    }

    @Test
    void readsSeeWhatAMajorityHas() {
        append(log, someCommits(3));
        commands.clear();
        everything();
        Await.value(log.head());

        assertThat(commands)
                .isNotEmpty()
                .allSatisfy(
                        find ->
                                assertThat(
                                                find.getDocument("readConcern")
                                                        .getString("level")
                                                        .getValue())
                                        .isEqualTo("majority"));
    }

    @Test
    void nothingIsInsertedBehindAHeadThatNoMajorityHas() {
        CommitFixtures ahead = new CommitFixtures();
        ahead.commit("t", event("Never", CommitFixtures.tag("item", "1")));
        Commit behind = ahead.commit("t", event("Behind"));
        commands.clear();

        assertThat(append(log, List.of(behind))).isEqualTo(MOVED);
        assertThat(commands).noneMatch(command -> command.containsKey("insert"));
    }

    private List<Commit> someCommits(int count) {
        List<Commit> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(commits.commit("t", event("A"), event("B")));
        }
        return made;
    }

    /** Another writer's commit that begins at a position. */
    private static Commit at(long position) {
        CommitFixtures others = new CommitFixtures();
        while (others.head() < position - 1) {
            others.commit("other", event("Before"));
        }
        return others.commit("other", event("Foreign"));
    }

    /** The same append at another position, which no writer would ever make. */
    private static Commit moved(Commit commit, long position) {
        CommitHeader header = commit.header();
        return new Commit(
                new CommitHeader(
                        position,
                        header.appendId(),
                        header.tenant(),
                        header.tenantSequence(),
                        header.recordedAtMicros(),
                        header.digests(),
                        header.previous(),
                        header.previousInChain(),
                        header.hash()),
                commit.events());
    }

    private void insert(Commit commit) {
        Await.value(
                new Replies(OwnThreads.EXECUTOR)
                        .done(
                                MongoCommitLog.commits(database)
                                        .insertOne(CommitDocument.of(commit))));
    }

    private List<Commit> everything() {
        return Await.value(log.read(0, Long.MAX_VALUE, 10_000)).commits();
    }

    private static AppendOutcome append(CommitLog to, List<Commit> batch) {
        return Await.value(to.tryAppend(batch.getFirst().header().position() - 1, batch));
    }
}
