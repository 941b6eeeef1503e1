package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.append.AppenderSettings;
import org.junit.jupiter.api.Test;

/** Conditions: of those who decide on the same events one wins, and nobody else is disturbed. */
abstract class EventStoreConditionConformance extends EventStoreAppendConformance {

    private static final int RACERS = 64;

    @Test
    protected void ofManyRacersForOneTagExactlyOneWins() {
        race(i -> event("A" + i, tag("seat", "1")), tagged(tag("seat", "1")));
    }

    @Test
    protected void ofManyRacersForOneTypeExactlyOneWins() {
        race(i -> event("Taken", tag("seat", "" + i)), typed("Taken", "Sold"));
    }

    @Test
    protected void ofManyRacersForATagAndATypeExactlyOneWins() {
        race(
                i -> event("Taken", tag("seat", "1"), tag("by", "" + i)),
                typedAndTagged("Taken", tag("seat", "1")));
    }

    @Test
    protected void ofManyRacersForEitherOfTwoTagsExactlyOneWins() {
        race(
                i -> event("Taken", tag("seat", i % 2 == 0 ? "1" : "2")),
                either(tagged(tag("seat", "1")), tagged(tag("seat", "2"))));
    }

    @Test
    protected void ofManyRacersForEverythingExactlyOneWins() {
        race(i -> event("Whatever" + i), Criteria.EVERYTHING);
    }

    /**
     * In each round a tenant of its own, half the racers in another process, and strangers writing
     * in between.
     */
    private void race(IntFunction<StoredEvent> event, Criteria criteria) {
        List<EventStoreRig> processes = List.of(shared(), shared());
        for (int round = 0; round < Scale.of(8); round++) {
            String tenant = "round-" + round;
            long seen = processes.getFirst().appender().head();
            List<CompletableFuture<AppendReceipt>> racers = new ArrayList<>();
            List<CompletableFuture<AppendReceipt>> strangers = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                EventStoreRig process = processes.get(i % 2);
                racers.add(process.append(tenant, guard(criteria, seen), event.apply(i)));
                if (i % 8 == 0) {
                    strangers.add(process.append("stranger", null, event.apply(i)));
                }
            }
            strangers.forEach(Await::value);
            assertThat(winners(racers)).as("winners of round %d", round).isEqualTo(1);
        }
        soundHistory();
    }

    @Test
    protected void whoDecidesOnOtherEventsIsNeverDisturbed() {
        EventStoreRig rig = alone();
        Await.value(rig.append(NORTH, null, event("Opened", tag("seat", "0"))));
        long seen = rig.appender().head();
        List<CompletableFuture<AppendReceipt>> appends = new ArrayList<>();
        for (int i = 1; i <= Scale.of(200); i++) {
            EventTag own = tag("seat", "" + i);
            appends.add(rig.append(NORTH, guard(tagged(own), seen), event("Taken", own)));
            appends.add(rig.append(SOUTH, guard(tagged(own), seen), event("Taken", own)));
            appends.add(
                    rig.append(
                            NORTH, guard(typedAndTagged("Rare", own), seen), event("Other", own)));
            appends.add(
                    rig.append(
                            NORTH, guard(tagged(own, tag("row", "z")), seen), event("Other", own)));
        }
        assertThat(winners(appends)).isEqualTo(appends.size());
        soundHistory();
    }

    @Test
    protected void whoDecidedByTypeLosesAgainstAnAppendThatWasFoundByTag() {
        EventStoreRig rig = alone();
        long seen = rig.appender().head();
        EventTag seat = tag("seat", "1");
        Await.value(rig.append(NORTH, guard(tagged(seat), seen), event("Taken", seat)));

        assertConflict(rig.append(NORTH, guard(typed("Taken"), seen), event("Counted")));
        assertConflict(rig.append(NORTH, guard(Criteria.EVERYTHING, seen), event("Closed")));
        Await.value(
                rig.append(NORTH, guard(typed("Taken"), rig.appender().head()), event("Counted")));
        Await.value(rig.append(SOUTH, guard(typed("Taken"), seen), event("Counted")));
    }

    @Test
    protected void tagAndTypeMustMeetOnOneEventForAConflict() {
        EventStoreRig rig = alone();
        EventTag seat = tag("seat", "1");
        long seen = rig.appender().head();
        Await.value(rig.append(NORTH, null, event("Taken"), event("Cleaned", seat)));

        Await.value(rig.append(NORTH, guard(typedAndTagged("Taken", seat), seen), event("Sold")));
        assertConflict(
                rig.append(NORTH, guard(typedAndTagged("Cleaned", seat), seen), event("Sold")));
    }

    @Test
    protected void aConditionSeesExactlyWhatStandsBehindItsMarker() {
        EventStoreRig rig = alone();
        Criteria taken = typed("Taken");
        long behind =
                Await.value(rig.append(NORTH, null, event("Taken"), event("Taken"), event("B")))
                        .lastPosition();

        assertConflict(rig.append(NORTH, guard(taken, 0), event("X")));
        assertConflict(rig.append(NORTH, guard(taken, behind - 2), event("X")));
        Await.value(rig.append(NORTH, guard(taken, behind - 1), event("X")));
        Await.value(rig.append(NORTH, guard(taken, behind), event("X")));
        Await.value(rig.append(NORTH, guard(taken, behind + 1_000), event("X")));
    }

    @Test
    protected void aMarkerFromBeforeTheRememberedWindowIsCheckedAgainstTheLog() {
        AppenderSettings usual = EventStoreRig.SETTINGS;
        AppenderSettings forgetful =
                new AppenderSettings(
                        usual.chainTags(),
                        64,
                        usual.batchBytes(),
                        usual.waiting(),
                        8,
                        usual.lostRaces(),
                        usual.patience());
        EventStoreRig rig = shared(forgetful, Clock.systemUTC());
        Await.value(rig.append(NORTH, null, event("Taken", tag("seat", "1"))));
        for (int i = 0; i < 40; i++) {
            Await.value(rig.append(NORTH, null, event("Noise", tag("seat", "9"))));
        }
        assertConflict(rig.append(NORTH, guard(tagged(tag("seat", "1")), 0), event("X")));
        Await.value(rig.append(NORTH, guard(tagged(tag("seat", "1")), 1), event("X")));
        Await.value(rig.append(NORTH, guard(tagged(tag("seat", "2")), 0), event("X")));
        assertConflict(rig.append(NORTH, guard(tagged(tag("seat", "9")), 20), event("X")));
        assertThat(shared().append(NORTH, guard(typed("Taken"), 0), event("X")))
                .failsWithin(Duration.ofSeconds(Await.SECONDS));
        soundHistory();
    }

    @Test
    protected void membersOfOneBatchAreCheckedAgainstEachOther() {
        EventStoreRig rig = shared();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        faulty.script(Fault.heldBack(gate));
        CompletableFuture<AppendReceipt> first = rig.append(NORTH, null, event("First"));
        Await.until("the first write is under way", () -> faulty.attempts().size() == 1);
        EventTag seat = tag("seat", "1");
        CompletableFuture<AppendReceipt> winner =
                rig.append(NORTH, guard(tagged(seat), 0), event("A", seat));
        CompletableFuture<AppendReceipt> loser =
                rig.append(NORTH, guard(tagged(seat), 0), event("B", seat));
        CompletableFuture<AppendReceipt> other =
                rig.append(NORTH, guard(tagged(tag("seat", "2")), 0), event("C"));
        gate.complete(null);

        Await.value(first);
        Await.value(winner);
        Await.value(other);
        assertConflict(loser);
        assertThat(faulty.attempts()).containsExactly(1, 2);
        assertThat(soundHistory()).hasSize(3);
    }

    @Test
    protected void atMostOneIsTakenHoweverReadingAndDecidingInterleave() {
        Random random = new Random(7);
        faulty.beforeReads(pauses(random));
        List<EventStoreRig> processes = List.of(shared(), shared());
        for (int round = 0; round < Scale.of(25); round++) {
            EventTag seat = tag("seat", "round-" + round);
            List<CompletableFuture<Void>> requests = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                AxonCalls process = new AxonCalls(processes.get(i % 2).engine(NORTH));
                requests.add(
                        CompletableFuture.runAsync(
                                () -> takeUnlessTaken(process, seat),
                                work -> new Thread(work, "request").start()));
            }
            requests.forEach(Await::value);
            assertThat(soundHistory().stream().flatMap(commit -> commit.events().stream()))
                    .filteredOn(event -> event.tags().contains(seat))
                    .hasSize(1);
        }
    }

    private static void takeUnlessTaken(AxonCalls process, EventTag seat) {
        boolean decided = false;
        while (!decided) {
            AxonCalls.Sourced sourced = process.source(seat);
            decided =
                    !sourced.events().isEmpty()
                            || process.appended(seat, sourced.marker(), "Taken");
        }
    }

    /** Up to twenty milliseconds between the reading of the head and that of the events. */
    private static Supplier<CompletableFuture<?>> pauses(Random random) {
        return () ->
                CompletableFuture.supplyAsync(
                        () -> true,
                        CompletableFuture.delayedExecutor(
                                random.nextInt(20), TimeUnit.MILLISECONDS));
    }

    @Test
    protected void theMarkerIsTheHeadAndNotTheLastMatch() {
        EventStoreRig rig = alone();
        AxonCalls calls = new AxonCalls(rig.engine(NORTH));
        EventTag seat = tag("seat", "1");
        Await.value(rig.append(NORTH, null, event("Taken", seat)));
        Await.value(rig.append(NORTH, null, event("Noise"), event("Noise")));
        Await.value(rig.append(SOUTH, null, event("Noise", seat)));

        AxonCalls.Sourced sourced = calls.source(seat);
        assertThat(sourced.events()).hasSize(1);
        assertThat(sourced.marker()).isEqualTo(4);
        assertThat(calls.appended(seat, sourced.marker(), "Sold")).isTrue();
    }

    @Test
    protected void theMarkerIsTakenBeforeTheEventsAreRead() {
        EventStoreRig rig = shared();
        EventStoreRig other = shared();
        EventTag seat = tag("seat", "1");
        Await.value(other.append(NORTH, null, event("Opened", seat)));
        // Else the tail's own reading, and not the one under test, would be the first.
        Await.value(rig.tail().awaitBeyond(0).thenApply(reached -> true));
        AxonCalls calls = new AxonCalls(rig.engine(NORTH));
        faulty.beforeReads(
                () -> {
                    faulty.beforeReads(() -> CompletableFuture.completedFuture(true));
                    return other.append(NORTH, null, event("Taken", seat));
                });

        AxonCalls.Sourced sourced = calls.source(seat);

        assertThat(sourced.marker()).isEqualTo(1);
        assertThat(sourced.events()).hasSize(1);
        assertThat(calls.appended(seat, sourced.marker(), "Taken")).isFalse();
        assertThat(soundHistory().stream().map(Commit::events)).hasSize(2);
    }
}
