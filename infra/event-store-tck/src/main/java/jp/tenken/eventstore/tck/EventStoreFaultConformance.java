package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.append.AppendConflictException;
import jp.tenken.eventstore.append.AppendOutcomeUnknownException;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.append.AppendRefusedException;
import jp.tenken.eventstore.append.AppendRefusedException.Reason;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.eventstore.append.AppenderSettings;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.junit.jupiter.api.Test;

/** When the storage does not say what became of a write: resolved, never guessed. */
abstract class EventStoreFaultConformance extends EventStoreConditionConformance {

    @Test
    protected void aWriteWhoseReplyWasLostIsASuccessAndStandsOnce() {
        EventStoreRig rig = shared();
        faulty.script(Fault.REPLY_LOST, Fault.REPLY_LOST);

        AppendReceipt first = Await.value(rig.append(NORTH, null, event("A")));
        AppendReceipt second = Await.value(rig.append(NORTH, null, event("B")));

        assertThat(first.lastPosition()).isEqualTo(1);
        assertThat(second.lastPosition()).isEqualTo(2);
        assertThat(soundHistory()).containsExactly(first.commit(), second.commit());
    }

    @Test
    protected void aWriteThatNeverArrivedIsOfferedAgainUntilItStands() {
        EventStoreRig rig = shared();
        faulty.script(Fault.BROKEN_BEFORE, Fault.BROKEN_BEFORE, Fault.BROKEN_BEFORE);
        AppendReceipt receipt = Await.value(rig.append(NORTH, null, event("A")));
        assertThat(soundHistory()).containsExactly(receipt.commit());
    }

    @Test
    protected void aGuardedWriteDoesNotConflictWithItselfAfterALostReply() {
        EventStoreRig rig = shared();
        EventTag seat = tag("seat", "1");
        faulty.script(Fault.REPLY_LOST);
        Await.value(rig.append(NORTH, guard(tagged(seat), 0), event("Taken", seat)));
        assertConflict(rig.append(NORTH, guard(tagged(seat), 0), event("Taken", seat)));
        assertThat(soundHistory()).hasSize(1);
    }

    @Test
    protected void aLateWriteIsTakenForWhatItIs() {
        EventStoreRig rig = shared();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<AppendOutcome> delivered = new CompletableFuture<>();
        // The write is under way for a while; until it has landed nothing else gets through.
        faulty.script(
                Fault.late(gate, delivered),
                Fault.BROKEN_BEFORE,
                (log, head, commits) -> {
                    gate.complete(null);
                    return delivered.thenApply(
                            landed ->
                                    new AppendOutcome.Unknown(new CommitLogException("no reply")));
                });

        AppendReceipt receipt = Await.value(rig.append(NORTH, null, event("A")));

        assertThat(Await.value(delivered)).isEqualTo(new AppendOutcome.Appended());
        assertThat(soundHistory()).containsExactly(receipt.commit());
    }

    @Test
    protected void aZombieCannotLandOnceItsPositionIsTaken() {
        EventStoreRig rig = shared();
        EventStoreRig other = shared();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<AppendOutcome> zombie = new CompletableFuture<>();
        CompletableFuture<AppendReceipt> foreign = new CompletableFuture<>();
        faulty.script(Fault.late(gate, zombie));
        CompletableFuture<AppendReceipt> ours = rig.append(NORTH, null, event("Ours"));
        Await.until("the write is lost", () -> faulty.attempts().size() >= 1);
        Await.value(other.append(NORTH, null, event("Theirs")).thenAccept(foreign::complete));

        AppendReceipt receipt = Await.value(ours);
        gate.complete(null);

        assertThat(Await.value(zombie)).isEqualTo(new AppendOutcome.HeadMoved());
        List<Commit> history = soundHistory();
        assertThat(history)
                .containsExactlyInAnyOrder(receipt.commit(), Await.value(foreign).commit());
        Await.value(rig.append(NORTH, null, event("GoesOn")));
        assertThat(soundHistory()).hasSize(3);
    }

    @Test
    protected void whoWaitsTooLongIsToldThatNobodyKnowsAndAsksAgainByTheSameId() {
        EventStoreRig rig = shared(settings(100, Duration.ofMillis(50)), Clock.systemUTC());
        CompletableFuture<Void> gate = new CompletableFuture<>();
        faulty.script(Fault.BROKEN_BEFORE, Fault.heldBack(gate));
        UUID id = UUID.randomUUID();
        AppendRequest request = new AppendRequest(NORTH, id, 0, List.of(event("A")), null);

        assertThat(Await.outcome(rig.appender().append(request)))
                .isInstanceOf(AppendOutcomeUnknownException.class);
        gate.complete(null);

        AppendReceipt again = Await.value(rig.appender().append(request));
        assertThat(again.appendId()).isEqualTo(id);
        assertThat(soundHistory()).containsExactly(again.commit());
    }

    @Test
    protected void aBatchThatIsCutByAnotherWriterKeepsItsHeadAndDecidesItsTailAnew() {
        EventStoreRig rig = shared();
        EventStoreRig other = alone();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        EventTag taken = tag("seat", "taken");
        faulty.script(
                Fault.heldBack(gate),
                Fault.interrupted(2, () -> other.append(NORTH, null, event("Foreign", taken))));
        CompletableFuture<AppendReceipt> first = rig.append(NORTH, null, event("First"));
        Await.until("the first write is under way", () -> faulty.attempts().size() == 1);
        List<CompletableFuture<AppendReceipt>> batch = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            EventTag seat = i == 3 ? taken : tag("seat", "" + i);
            batch.add(rig.append(NORTH, guard(tagged(seat), 0), event("B" + i, seat)));
        }
        gate.complete(null);

        Await.value(first);
        assertThat(Await.outcome(batch.get(3))).isInstanceOf(AppendConflictException.class);
        assertThat(Await.value(batch.get(0)).lastPosition()).isEqualTo(2);
        assertThat(Await.value(batch.get(1)).lastPosition()).isEqualTo(3);
        assertThat(Await.value(batch.get(2)).lastPosition()).isEqualTo(5);
        assertThat(Await.value(batch.get(4)).lastPosition()).isEqualTo(6);
        assertThat(Await.value(batch.get(5)).lastPosition()).isEqualTo(7);
        assertThat(soundHistory()).hasSize(7);
    }

    @Test
    protected void whoLosesEveryRaceIsRefusedAfterAsManyAsAreAllowed() {
        EventStoreRig rig = shared(withLostRaces(2), Clock.systemUTC());
        EventStoreRig other = alone();
        Fault faster = Fault.interrupted(0, () -> other.append(NORTH, null, event("Faster")));
        faulty.script(faster, faster, faster);

        assertThat(Await.outcome(rig.append(NORTH, null, event("Ours"))))
                .isInstanceOfSatisfying(
                        AppendRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.CONTENDED));

        assertThat(faulty.attempts()).as("the first one and two more").hasSize(3);
        AppendReceipt next = Await.value(rig.append(NORTH, null, event("Next")));
        assertThat(soundHistory()).hasSize(4).last().isEqualTo(next.commit());
    }

    private static AppenderSettings withLostRaces(int lostRaces) {
        AppenderSettings usual = EventStoreRig.SETTINGS;
        return new AppenderSettings(
                usual.chainTags(),
                usual.batchEvents(),
                usual.batchBytes(),
                usual.waiting(),
                usual.window(),
                lostRaces,
                usual.patience());
    }

    @Test
    protected void onlyAConflictIsCalledAConflict() {
        EventStoreRig rig = shared(settings(100, Duration.ofMillis(50)), Clock.systemUTC());
        AxonCalls calls = new AxonCalls(rig.engine(NORTH));
        CompletableFuture<Void> gate = new CompletableFuture<>();

        faulty.script(Fault.REFUSED);
        assertThat(
                        Await.outcome(
                                calls.append(AppendCondition.none(), AxonCalls.message("A", "{}"))))
                .isInstanceOf(CommitLogException.class);
        faulty.script(Fault.BROKEN_BEFORE, Fault.heldBack(gate));
        assertThat(
                        Await.outcome(
                                calls.append(AppendCondition.none(), AxonCalls.message("B", "{}"))))
                .isNotInstanceOf(AppendEventsTransactionRejectedException.class)
                .isInstanceOf(AppendOutcomeUnknownException.class);
        gate.complete(null);

        Await.value(calls.append(AppendCondition.none(), AxonCalls.message("C", "{}")));
        assertThat(soundHistory()).hasSize(2);
    }

    @Test
    protected void aStormOfFaultsLosesNothingAndDoublesNothing() {
        long seed = Scale.seed();
        Random random = new Random(seed);
        List<EventStoreRig> processes = List.of(shared(), shared());
        List<CompletableFuture<AppendReceipt>> appends = new ArrayList<>();
        for (int i = 0; i < Scale.of(150); i++) {
            EventStoreRig stranger = processes.get(random.nextInt(2));
            faulty.script(
                    switch (random.nextInt(5)) {
                        case 0 -> Fault.REPLY_LOST;
                        case 1 -> Fault.BROKEN_BEFORE;
                        case 2 -> Fault.prefixOnly(random.nextInt(3));
                        default -> Fault.NONE;
                    });
            EventTag own = tag("seat", "" + i);
            appends.add(
                    stranger.append(
                            NORTH, guard(tagged(own), 0), events(1 + random.nextInt(3), "A" + i)));
            if (random.nextInt(10) == 0) {
                Await.value(appends.getLast());
            }
        }
        List<AppendReceipt> receipts = appends.stream().map(Await::value).toList();

        assertThat(soundHistory())
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(
                        receipts.stream().map(AppendReceipt::commit).toList());
    }
}
