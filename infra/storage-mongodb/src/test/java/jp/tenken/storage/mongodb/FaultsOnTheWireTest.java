package jp.tenken.storage.mongodb;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static jp.tenken.eventstore.tck.CommitFixtures.tag;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.append.AppendConflictException;
import jp.tenken.eventstore.append.AppendGuard;
import jp.tenken.eventstore.append.AppendOutcomeUnknownException;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.AxonCalls;
import jp.tenken.eventstore.tck.CommitFixtures;
import jp.tenken.eventstore.tck.EventStoreRig;
import jp.tenken.storage.mongodb.WireFault.Kind;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Appends over a network that breaks at the worst moment, end to end: what callers are told is true
 * of the log, and the log is sound.
 */
@ExtendWith(TestServer.class)
class FaultsOnTheWireTest {

    private static final String NORTH = "tenant-north";
    private static final String INSERT = "insert";
    private static final EventTag SEAT = tag("seat", "1");

    private final BrokenNetwork network = new BrokenNetwork();

    @AfterEach
    void mendTheNetwork() {
        network.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"COMMAND_CUT", "ANSWER_WITHHELD", "ANSWER_CUT"})
    void aWriteWhoseAnswerWasLostIsASuccessAndStandsOnce(Kind kind) {
        EventStoreRig rig = network.hastyProcess();
        network.proxy().script(WireFault.of(INSERT, kind));

        AppendReceipt first = Await.value(rig.append(NORTH, guard(SEAT), event("Taken", SEAT)));
        AppendReceipt second = Await.value(rig.append(NORTH, null, event("Next")));

        assertThat(first.lastPosition()).isEqualTo(1);
        assertThat(network.soundHistory()).containsExactly(first.commit(), second.commit());
    }

    @Test
    void anAnswerThatIsLateIsFoundOutAndNotGuessed() {
        EventStoreRig rig = network.hastyProcess();
        WireFault late = WireFault.late(INSERT);
        network.proxy().script(late);
        CompletableFuture<AppendReceipt> append = rig.append(NORTH, null, event("A"));
        Await.value(late.underWay());

        // Nobody waits for the first attempt any more: the same commit was offered again.
        AppendReceipt receipt = Await.value(append);
        late.letThrough();

        assertThat(isDuplicate(Await.value(late.answer()))).isTrue();
        AppendReceipt next = Await.value(rig.append(NORTH, null, event("B")));
        assertThat(network.soundHistory()).containsExactly(receipt.commit(), next.commit());
    }

    @Test
    void aWriteThatArrivesBetweenTwoAttemptsIsTakenForOurOwn() {
        EventStoreRig rig = network.hastyProcess();
        WireFault first = WireFault.late(INSERT);
        WireFault second = WireFault.late(INSERT);
        network.proxy().script(first, second);
        CompletableFuture<AppendReceipt> append = rig.append(NORTH, guard(SEAT), event("A", SEAT));
        Await.value(second.underWay());

        first.letThrough();
        Await.value(first.answer());
        second.letThrough();

        AppendReceipt receipt = Await.value(append);
        assertThat(isDuplicate(Await.value(second.answer()))).isTrue();
        assertThat(network.soundHistory()).containsExactly(receipt.commit());
    }

    @Test
    void aWriteThatWasReportedAsFailedCannotLandLater() {
        EventStoreRig rig = network.hastyProcess();
        WireFault zombie = WireFault.late(INSERT);
        network.proxy().script(zombie);
        CompletableFuture<AppendReceipt> ours = rig.append(NORTH, guard(SEAT), event("Ours", SEAT));
        Await.value(zombie.underWay());
        EventStoreRig other = network.neighbour();
        CompletableFuture<AppendReceipt> theirs =
                other.append(NORTH, guard(SEAT), event("Theirs", SEAT));

        // Of the two that want the seat one has it, and the other is told so.
        Throwable lost = Await.outcome(ours);
        Throwable alsoLost = Await.outcome(theirs);
        assertThat(lost == null).isNotEqualTo(alsoLost == null);
        assertThat(lost == null ? alsoLost : lost).isInstanceOf(AppendConflictException.class);
        Commit standing = network.soundHistory().getFirst();
        zombie.letThrough();

        assertThat(isDuplicate(Await.value(zombie.answer()))).isTrue();
        assertThat(network.soundHistory()).containsExactly(standing);
        Await.value(rig.append(NORTH, null, event("GoesOn")));
        assertThat(network.soundHistory()).hasSize(2);
    }

    @Test
    void somebodyElsesCommitInTheMiddleOfABatchKeepsWhatIsBeforeIt() {
        EventStoreRig rig = network.process();
        WireFault first = WireFault.late(INSERT);
        WireFault batch = WireFault.late(INSERT);
        network.proxy().script(first, batch);
        CompletableFuture<AppendReceipt> opening = rig.append(NORTH, null, event("Opening"));
        Await.value(first.underWay());
        List<CompletableFuture<AppendReceipt>> members = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            EventTag own = tag("seat", "" + i);
            members.add(rig.append(NORTH, guard(own), event("B" + i, own)));
        }
        first.letThrough();
        Await.value(opening);
        Await.value(batch.underWay());

        // No writer would leave a hole as this one does; the batch fills it.
        Commit foreign = network.insertAt(4, NORTH + "-other", event("Foreign", tag("seat", "3")));
        batch.letThrough();

        List<AppendReceipt> receipts = members.stream().map(Await::value).toList();
        assertThat(receipts)
                .extracting(AppendReceipt::lastPosition)
                .containsExactly(2L, 3L, 5L, 6L, 7L, 8L);
        assertThat(isDuplicate(Await.value(batch.answer()))).isTrue();
        assertThat(network.soundHistory()).hasSize(8).element(3).isEqualTo(foreign);
    }

    @Test
    void aMajorityThatWasNotConfirmedIsUnknownAndThenFoundOut() {
        CommitFixtures commits = new CommitFixtures();
        network.proxy().script(unconfirmed());
        assertThat(
                        Await.value(
                                network.log()
                                        .tryAppend(0, List.of(commits.commit("t", event("A"))))))
                .isInstanceOf(AppendOutcome.Unknown.class);

        EventStoreRig rig = network.process();
        network.proxy().script(unconfirmed(), unconfirmed());
        AppendReceipt receipt = Await.value(rig.append(NORTH, null, event("B")));
        assertThat(network.soundHistory())
                .containsExactly(commits.made().getFirst(), receipt.commit());
    }

    @Test
    void whoIsNotToldInTimeAsksAgainByTheSameId() {
        EventStoreRig rig = network.frankProcess();
        WireFault late = WireFault.late(INSERT);
        network.proxy().script(late);
        AppendRequest request =
                new AppendRequest(NORTH, UUID.randomUUID(), 0, List.of(event("A")), null);
        CompletableFuture<AppendReceipt> append = rig.appender().append(request);
        Await.value(late.underWay());
        network.proxy().goDown();
        assertThat(Await.outcome(append)).isInstanceOf(AppendOutcomeUnknownException.class);

        network.proxy().comeUp();

        AppendReceipt again = persisting(() -> rig.appender().append(request));
        assertThat(network.soundHistory()).containsExactly(again.commit());
    }

    @Test
    void onlyAConflictIsCalledAConflict() {
        EventStoreRig rig = network.frankProcess();
        AxonCalls calls = new AxonCalls(rig.engine(NORTH));
        AppendCondition condition =
                AppendCondition.withCriteria(AxonCalls.havingTags(SEAT))
                        .withMarker(ConsistencyMarker.ORIGIN);

        network.proxy().goDown();
        assertThat(Await.outcome(calls.append(condition, AxonCalls.message("A", "{}", SEAT))))
                .isNotInstanceOf(AppendEventsTransactionRejectedException.class)
                .isInstanceOfAny(CommitLogException.class, AppendOutcomeUnknownException.class);
        network.proxy().comeUp();
        // What became of the first attempt is settled before anything else is written.
        persisting(() -> calls.append(AppendCondition.none(), AxonCalls.message("B", "{}", SEAT)));
        List<Commit> before = network.soundHistory();
        assertThat(Await.outcome(calls.append(condition, AxonCalls.message("C", "{}", SEAT))))
                .isInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(network.soundHistory()).isEqualTo(before);
    }

    /** Asks until it is told; the network comes up when the driver notices. */
    private static <T> T persisting(Supplier<CompletableFuture<T>> call) {
        List<T> told = new ArrayList<>();
        Await.until(
                "an answer came",
                () -> {
                    CompletableFuture<T> answer = call.get();
                    Throwable failure = Await.outcome(answer);
                    if (failure == null) {
                        told.add(answer.join());
                    } else {
                        assertThat(failure)
                                .isNotInstanceOf(AppendConflictException.class)
                                .isNotInstanceOf(AppendEventsTransactionRejectedException.class);
                    }
                    return failure == null;
                });
        return told.getFirst();
    }

    private static WireFault unconfirmed() {
        BsonDocument concern =
                BsonDocument.parse(
                        "{code: 64, codeName: 'WriteConcernFailed', errmsg: 'waiting for replication timed out', errInfo: {wtimeout: true}}");
        return WireFault.changed(INSERT, said -> said.append("writeConcernError", concern));
    }

    private static boolean isDuplicate(BsonDocument answer) {
        return answer.getArray("writeErrors").getFirst().asDocument().getInt32("code").getValue()
                == InsertVerdict.DUPLICATE;
    }

    private static AppendGuard guard(EventTag tag) {
        return new AppendGuard(new Criteria(List.of(new Criterion(Set.of(tag), Set.of()))), 0);
    }
}
