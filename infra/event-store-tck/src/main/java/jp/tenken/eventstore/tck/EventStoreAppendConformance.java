package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.append.AppendRefusedException;
import jp.tenken.eventstore.append.AppendRefusedException.Reason;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.eventstore.append.AppenderSettings;
import org.junit.jupiter.api.Test;

/** Appends without conditions: atomic, dense, once, and not too many at a time. */
abstract class EventStoreAppendConformance extends EventStoreSizeConformance {

    @Test
    protected void readersNeverSeeAPrefixOfAnAppend() {
        EventStoreRig rig = alone();
        AtomicBoolean done = new AtomicBoolean();
        List<CompletableFuture<Void>> readers = new ArrayList<>();
        for (int reader = 0; reader < 8; reader++) {
            readers.add(
                    CompletableFuture.runAsync(
                            () -> followUntil(rig, done),
                            work -> new Thread(work, "reader").start()));
        }
        Random random = new Random(1);
        List<CompletableFuture<AppendReceipt>> appends =
                atOnce(
                        Scale.of(600),
                        i -> rig.append(NORTH, null, events(1 + random.nextInt(50), "a" + i)));
        appends.forEach(Await::value);
        done.set(true);
        readers.forEach(Await::value);
        assertThat(soundHistory()).hasSize(appends.size());
    }

    /** Reads on as the log grows; every page ends where a commit does and nothing is missing. */
    private static void followUntil(EventStoreRig rig, AtomicBoolean done) {
        long at = 0;
        boolean last = false;
        while (!last) {
            last = done.get() && at >= rig.tail().head();
            CommitPage page = Await.value(rig.tail().read(at, 200));
            for (Commit commit : page.commits()) {
                assertThat(commit.header().position()).isEqualTo(at + 1);
                assertThat(commit.events()).hasSize(commit.header().eventCount());
                String append = commit.events().getFirst().name();
                assertThat(commit.events()).allMatch(event -> event.name().equals(append));
                at = commit.header().lastPosition();
            }
            assertThat(at).isLessThanOrEqualTo(rig.tail().head());
        }
    }

    @Test
    protected void positionsAndSequencesAreDenseWhenSeveralProcessesWriteAtOnce() {
        List<EventStoreRig> processes = List.of(shared(), shared(), shared(), shared());
        int perProcess = Scale.of(150);
        List<CompletableFuture<AppendReceipt>> appends = new ArrayList<>();
        for (int i = 0; i < perProcess; i++) {
            for (EventStoreRig process : processes) {
                String tenant = i % 3 == 0 ? SOUTH : NORTH;
                appends.add(process.append(tenant, null, events(1 + i % 4, "Written")));
            }
        }
        List<AppendReceipt> receipts = appends.stream().map(Await::value).toList();

        List<Commit> history = soundHistory();
        assertThat(history).hasSize(perProcess * processes.size());
        assertThat(receipts.stream().map(receipt -> receipt.header().hash()).toList())
                .containsExactlyInAnyOrderElementsOf(
                        history.stream().map(commit -> commit.header().hash()).toList());
        for (EventStoreRig process : processes) {
            Await.until(
                    "every process sees the end of the log",
                    () -> process.tail().head() == history.getLast().header().lastPosition());
        }
    }

    @Test
    protected void appendsThatComeTogetherShareAWrite() {
        EventStoreRig rig = shared();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        faulty.script(Fault.heldBack(gate));
        CompletableFuture<AppendReceipt> first = rig.append(NORTH, null, event("First"));
        Await.until("the first write is under way", () -> faulty.attempts().size() == 1);
        List<CompletableFuture<AppendReceipt>> rest =
                atOnce(50, i -> rig.append(NORTH, null, event("Next")));
        gate.complete(null);

        Await.value(first);
        rest.forEach(Await::value);
        assertThat(faulty.attempts()).containsExactly(1, 50);
        assertThat(soundHistory()).hasSize(51);
    }

    @Test
    protected void theSameAppendIdIsAppendedOnceHoweverOftenItIsSent() throws Exception {
        UUID id = UUID.randomUUID();
        EventStoreRig rig = shared();
        List<CompletableFuture<AppendReceipt>> together =
                atOnce(10, i -> rig.appender().append(keyed(id, i)));
        AppendReceipt first = Await.value(together.getFirst());
        for (CompletableFuture<AppendReceipt> each : together) {
            assertThat(Await.value(each).commit()).isEqualTo(first.commit());
        }
        assertThat(together.stream().filter(each -> !each.join().replayed())).hasSize(1);

        EventStoreRig anotherProcess = shared();
        AppendReceipt again = Await.value(anotherProcess.appender().append(keyed(id, 99)));
        assertThat(again).isEqualTo(new AppendReceipt(first.commit(), true));
        assertThat(soundHistory()).hasSize(1);
    }

    private static AppendRequest keyed(UUID id, int payload) {
        return new AppendRequest(NORTH, id, 0, List.of(event("Keyed" + payload)), null);
    }

    @Test
    protected void noMoreAppendsWaitThanMayWait() {
        AppenderSettings small = settings(4, Duration.ofSeconds(30));
        EventStoreRig rig = shared(small, Clock.systemUTC());
        CompletableFuture<Void> gate = new CompletableFuture<>();
        faulty.script(Fault.heldBack(gate));
        List<CompletableFuture<AppendReceipt>> waiting =
                atOnce(4, i -> rig.append(NORTH, null, event("Waits")));

        assertRefused(rig.append(NORTH, null, event("TooMany")), Reason.OVERLOADED);
        gate.complete(null);
        waiting.forEach(Await::value);
        Await.value(rig.append(NORTH, null, event("RoomAgain")));
        assertThat(soundHistory()).hasSize(5);
    }

    @Test
    protected void aClockFarBehindTheLogIsRefusedAndOneALittleBehindIsCorrected() {
        Instant now = Instant.parse("2026-04-01T00:00:00Z");
        Await.value(shared(EventStoreRig.SETTINGS, fixed(now)).append(NORTH, null, event("A")));

        EventStoreRig farBehind = shared(EventStoreRig.SETTINGS, fixed(now.minusSeconds(60)));
        assertRefused(farBehind.append(SOUTH, null, event("B")), Reason.CLOCK_BEHIND);
        EventStoreRig behind = shared(EventStoreRig.SETTINGS, fixed(now.minusSeconds(2)));
        Await.value(behind.append(NORTH, null, event("C")));
        Await.value(behind.append(NORTH, null, event("D")));

        List<Long> recorded =
                soundHistory().stream()
                        .map(Commit::header)
                        .map(CommitHeader::recordedAtMicros)
                        .toList();
        assertThat(recorded).hasSize(3).isSorted();
    }

    @Test
    protected void closingWritesWhatWaitsAndRefusesWhatComesLater() {
        EventStoreRig rig = shared();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        faulty.script(Fault.heldBack(gate));
        List<CompletableFuture<AppendReceipt>> waiting =
                atOnce(20, i -> rig.append(NORTH, null, event("Waits")));
        CompletableFuture<Void> closing = CompletableFuture.runAsync(rig.appender()::close);
        gate.complete(null);
        Await.value(closing);

        waiting.forEach(Await::value);
        assertRefused(rig.append(NORTH, null, event("Late")), Reason.CLOSED);
        assertThat(soundHistory()).hasSize(20);
    }

    @Test
    protected void everyAppendIsAnsweredHoweverItRacesWithTheClose() {
        EventStoreRig rig = shared();
        List<CompletableFuture<AppendReceipt>> racing = new ArrayList<>();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(rig.appender()::close);
        do {
            racing.add(rig.append(NORTH, null, event("Races")));
        } while (!closing.isDone());
        racing.add(rig.append(NORTH, null, event("Late")));

        long written = racing.stream().filter(append -> answered(append)).count();
        assertThat(soundHistory()).hasSize((int) written);
        assertRefused(racing.getLast(), Reason.CLOSED);
    }

    /** Whether it was written; anything but a receipt or a refusal fails. */
    private static boolean answered(CompletableFuture<AppendReceipt> append) {
        Throwable failure =
                Await.value(append.handle((receipt, refusal) -> Optional.ofNullable(refusal)))
                        .map(Futures::root)
                        .orElse(null);
        if (failure != null) {
            assertThat(failure).isInstanceOf(AppendRefusedException.class);
        }
        return failure == null;
    }

    @Test
    protected void everyTenantHasASequenceOfItsOwn() {
        EventStoreRig rig = alone();
        List<CompletableFuture<AppendReceipt>> appends =
                atOnce(60, i -> rig.append("tenant-" + i % 7, null, events(1 + i % 3, "T")));
        appends.forEach(Await::value);
        List<Commit> history = soundHistory();
        assertThat(
                        history.stream()
                                .map(commit -> commit.header().tenant())
                                .collect(Collectors.toSet()))
                .hasSize(7);
        for (CompletableFuture<AppendReceipt> append : appends) {
            AppendReceipt receipt = append.join();
            assertThat(receipt.lastSequence()).isEqualTo(receipt.header().lastTenantSequence());
            assertThat(history).contains(receipt.commit());
        }
    }

    static AppenderSettings settings(int waiting, Duration patience) {
        AppenderSettings usual = EventStoreRig.SETTINGS;
        return new AppenderSettings(
                usual.chainTags(),
                usual.batchEvents(),
                usual.batchBytes(),
                waiting,
                usual.window(),
                usual.lostRaces(),
                patience);
    }

    static Clock fixed(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
