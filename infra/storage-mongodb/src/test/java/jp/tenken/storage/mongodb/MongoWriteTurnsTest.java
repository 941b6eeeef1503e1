package jp.tenken.storage.mongodb;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.WriteTurns;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.EventStoreRig;
import jp.tenken.eventstore.tck.WriteTurnsConformance;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Beside what every engine does: writers who are gone hold nobody up for long. */
@ExtendWith(TestServer.class)
class MongoWriteTurnsTest extends WriteTurnsConformance {

    private final MongoDatabase database = TestServer.open(TestServer.database());
    private final Map<WriteTurns, Named> places = new IdentityHashMap<>();

    private record Named(MongoDatabase database, String name) {}

    /** Pauses that end when the test says so. */
    private static final class Pauses implements MongoWriteTurns.Pauses {

        private record Pause(long millis, Runnable step) {}

        private final BlockingQueue<Pause> begun = new LinkedBlockingQueue<>();

        @Override
        public void after(long millis, Runnable step) {
            begun.add(new Pause(millis, step));
        }

        /** Lets pauses pass until the future is done; how long they were in all. */
        long until(CompletableFuture<?> done) throws InterruptedException {
            long all = 0;
            while (!done.isDone()) {
                Pause next = begun.poll(10, TimeUnit.MILLISECONDS);
                if (next != null) {
                    all += next.millis();
                    next.step().run();
                }
            }
            return all;
        }
    }

    @Override
    protected WriteTurns open(Path directory) {
        return place(TestServer.open(TestServer.database(directory)), MongoWriteTurns.Pauses.REAL);
    }

    private WriteTurns place(MongoWriteTurns.Pauses pauses) {
        return place(database, pauses);
    }

    private WriteTurns place(MongoDatabase where, MongoWriteTurns.Pauses pauses) {
        String name = new ObjectId().toHexString();
        WriteTurns place =
                new MongoWriteTurns(where, TestReplies.REPLIES, new Gate("the line"), pauses, name);
        places.put(place, new Named(where, name));
        return place;
    }

    @Override
    protected void awaitInLine(WriteTurns place) {
        Named named = Objects.requireNonNull(places.get(place));
        Await.until(
                "it waits in line", () -> line(named.database()).waiting().contains(named.name()));
    }

    private static WriterLine line(MongoDatabase database) {
        return WriterLine.of(
                Await.value(
                        TestReplies.REPLIES.first(
                                database.getCollection(
                                                WriterLine.COLLECTION.name(), BsonDocument.class)
                                        .find(WriterLine.whole()))));
    }

    @Test
    void aHolderWhoIsGoneIsPassedOverWhenNothingHasChangedForASecond() throws Exception {
        WriteTurns gone = place(new Pauses());
        Await.value(gone.take());
        Pauses pauses = new Pauses();
        WriteTurns heir = place(pauses);

        CompletableFuture<Boolean> turn = heir.take();

        assertThat(pauses.until(turn)).isGreaterThanOrEqualTo(MongoWriteTurns.LEASE_MILLIS);
        assertThat(Await.value(turn)).isTrue();
        assertThat(Await.value(gone.leave())).as("others have it").isTrue();
        assertThat(Await.value(gone.wanted())).as("and keep it").isTrue();
        assertThat(Await.value(heir.leave())).isFalse();
    }

    @Test
    void whoIsGoneFromTheLineIsPassedOverWhenItsTurnHasComeAndGone() throws Exception {
        WriteTurns holder = place(new Pauses());
        Await.value(holder.take());
        WriteTurns gone = place(new Pauses());
        var unused = gone.take();
        awaitInLine(gone);
        Pauses pauses = new Pauses();
        WriteTurns heir = place(pauses);
        CompletableFuture<Boolean> turn = heir.take();
        awaitInLine(heir);

        assertThat(Await.value(holder.leave())).isTrue();

        assertThat(pauses.until(turn)).isGreaterThanOrEqualTo(MongoWriteTurns.LEASE_MILLIS);
        assertThat(Await.value(turn)).isTrue();
        assertThat(line(database).waiting()).isEmpty();
    }

    @Test
    void whoWasTakenForGoneQueuesUpAgain() throws Exception {
        WriteTurns slow = place(MongoWriteTurns.Pauses.REAL);
        Await.value(slow.take());
        Pauses pauses = new Pauses();
        WriteTurns heir = place(pauses);
        CompletableFuture<Boolean> turn = heir.take();
        pauses.until(turn);

        Await.value(slow.leave());
        CompletableFuture<Boolean> again = slow.take();
        awaitInLine(slow);

        assertThat(again).isNotDone();
        assertThat(Await.value(heir.leave())).isTrue();
        assertThat(Await.value(again)).isTrue();
    }

    @Test
    void whoWritesAloneAsksForNoTurn() {
        List<BsonDocument> commands = new CopyOnWriteArrayList<>();
        CommandListener listener =
                new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        commands.add(event.getCommand().clone());
                    }
                };
        try (MongoClient client =
                MongoClients.create(
                        TestServer.clientSettings().addCommandListener(listener).build())) {
            CommitLog log = TestLogs.open(client.getDatabase(TestServer.database()));
            try (EventStoreRig alone = EventStoreRig.over(log)) {
                for (int i = 0; i < 50; i++) {
                    Await.value(alone.append("t", null, event("Written")));
                }
            }
            assertThat(commands).anyMatch(command -> command.containsKey("insert"));
            assertThat(commands)
                    .noneMatch(
                            command ->
                                    command.containsKey("update")
                                            && command.getString("update")
                                                    .getValue()
                                                    .equals(WriterLine.COLLECTION.name()));
        }
    }
}
