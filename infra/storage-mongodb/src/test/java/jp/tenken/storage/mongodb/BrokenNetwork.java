package jp.tenken.storage.mongodb;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppenderSettings;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.CommitFixtures;
import jp.tenken.eventstore.tck.EventStoreRig;
import jp.tenken.eventstore.tck.SoundHistory;

/**
 * One log, processes that reach it over a network that breaks on command, and some that reach it
 * over one that does not.
 */
final class BrokenNetwork implements AutoCloseable {

    /** So short that a test may wait for it to be over; a slow machine only tries more often. */
    private static final Duration SHORT = Duration.ofMillis(500);

    private static final Duration TO_REACH = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(Await.SECONDS / 2);

    private final FaultProxy proxy = new FaultProxy();
    private final String database = TestServer.database();
    private final CommitLog untroubled = TestLogs.open(TestServer.open(database));
    private final List<MongoClient> clients = new ArrayList<>();
    private final List<EventStoreRig> processes = new ArrayList<>();

    FaultProxy proxy() {
        return proxy;
    }

    /** A process behind the broken network that waits for answers. */
    EventStoreRig process() {
        return process(log(LONG), LONG);
    }

    /** One that does not wait long for an answer of the server, and asks again. */
    EventStoreRig hastyProcess() {
        return process(log(SHORT), LONG);
    }

    /** One that does not let its callers wait long. */
    EventStoreRig frankProcess() {
        return process(log(LONG), SHORT);
    }

    /** The log as those see it who reach it over the broken network. */
    CommitLog log() {
        return log(LONG);
    }

    private CommitLog log(Duration answerWithin) {
        MongoClient client =
                MongoClients.create(
                        proxy.lead(
                                        TestServer.settings(database)
                                                .within(TO_REACH, answerWithin)
                                                .client())
                                .build());
        clients.add(client);
        return new MongoCommitLog(
                client.getDatabase(database),
                new Replies(OwnThreads.EXECUTOR),
                untroubled.epoch(),
                false);
    }

    private EventStoreRig process(CommitLog log, Duration patience) {
        AppenderSettings usual = EventStoreRig.SETTINGS;
        AppenderSettings settings =
                new AppenderSettings(
                        usual.chainTags(),
                        usual.batchEvents(),
                        usual.batchBytes(),
                        usual.waiting(),
                        usual.window(),
                        usual.lostRaces(),
                        patience);
        return keep(EventStoreRig.over(log, settings, Clock.systemUTC()));
    }

    /** A process whose network is in order. */
    EventStoreRig neighbour() {
        return keep(EventStoreRig.over(untroubled));
    }

    private EventStoreRig keep(EventStoreRig process) {
        processes.add(process);
        return process;
    }

    /** Puts a first commit of a tenant at a position, whatever is before it. */
    Commit insertAt(long position, String tenant, StoredEvent event) {
        Commit first = new CommitFixtures().commit(tenant, event);
        CommitHeader header = first.header();
        Commit commit =
                new Commit(
                        new CommitHeader(
                                position,
                                header.appendId(),
                                tenant,
                                header.tenantSequence(),
                                header.recordedAtMicros(),
                                header.digests(),
                                header.previous(),
                                header.previousInChain(),
                                header.hash()),
                        first.events());
        Await.value(
                new Replies(OwnThreads.EXECUTOR)
                        .done(
                                MongoCommitLog.commits(TestServer.open(database))
                                        .insertOne(CommitDocument.of(commit))));
        return commit;
    }

    /** The whole log, found sound, over the network that is in order. */
    List<Commit> soundHistory() {
        return SoundHistory.of(untroubled);
    }

    @Override
    public void close() {
        proxy.comeUp();
        processes.forEach(EventStoreRig::close);
        clients.forEach(MongoClient::close);
        proxy.close();
    }
}
