package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.tenken.eventstore.LogHoleException;
import jp.tenken.eventstore.axon.EventOrigin;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.junit.jupiter.api.Test;

/** Axon's streams: never ending, never skipping, never more than their reader takes. */
abstract class EventStoreStreamConformance extends EventStoreStreamStage {

    private static final EventCriteria ALL = EventCriteria.havingAnyTag();

    @Test
    protected void aStreamGivesEveryEventOfEveryTenantOnceInOrderWhileTheLogGrows() {
        EventStoreRig rig = alone();
        write(rig, 100);
        MessageStream<EventMessage> stream = stream(rig, 0, ALL);
        List<CompletableFuture<?>> more = new ArrayList<>();
        for (int i = 0; i < Scale.of(300); i++) {
            more.add(rig.append(i % 2 == 0 ? NORTH : SOUTH, null, events(1 + i % 5, "More")));
        }
        more.forEach(Await::value);
        long head = soundHistory().getLast().header().lastPosition();

        List<Entry<EventMessage>> entries = take(stream, (int) head);
        for (int i = 0; i < head; i++) {
            EventOrigin origin = origin(entries.get(i));
            assertThat(origin.position()).isEqualTo(i + 1);
            assertThat(position(entries.get(i))).isEqualTo(i + 1);
        }
        assertThat(stream.next()).isEmpty();
        assertThat(stream.isCompleted()).isFalse();
    }

    @Test
    protected void aStreamBeginsBehindItsTokenAndMarksEachEventWithItsPlace() {
        EventStoreRig rig = alone();
        Await.value(rig.append(NORTH, null, event("A"), event("B"), event("C")));
        Await.value(rig.append(SOUTH, null, event("D")));

        List<Entry<EventMessage>> entries = take(stream(rig, 2, ALL), 2);

        assertThat(entries)
                .extracting(entry -> entry.message().type().name())
                .containsExactly("C", "D");
        assertThat(origin(entries.getFirst()).tenant()).isEqualTo(NORTH);
        assertThat(origin(entries.getFirst()).tenantSequence()).isEqualTo(3);
        assertThat(origin(entries.getLast()).tenant()).isEqualTo(SOUTH);
        assertThat(origin(entries.getLast()).tenantSequence()).isEqualTo(1);
        assertThat(origin(entries.getLast()).recordedAt()).isNotNull();
    }

    @Test
    protected void aStreamStopsAtAHoleAndNeverSkipsIt() {
        EventStoreRig writer = shared();
        write(writer, 20);
        faulty.hide(11);
        EventStoreRig reader = shared();

        MessageStream<EventMessage> stream = stream(reader, 0, ALL);
        List<Long> seen = new ArrayList<>();
        Await.until(
                "the stream stops",
                () -> {
                    for (Optional<Entry<EventMessage>> next = stream.next();
                            next.isPresent();
                            next = stream.next()) {
                        seen.add(position(next.get()));
                    }
                    return stream.error().isPresent();
                });

        assertThat(stream.error()).containsInstanceOf(LogHoleException.class);
        assertThat(seen).allMatch(position -> position <= 10);
        assertThat(stream.next()).isEmpty();
    }

    @Test
    protected void aStreamWaitsForWhatIsMissingAtTheEndOfTheLog() {
        write(shared(), 20);
        faulty.hide(20);
        MessageStream<EventMessage> stream = stream(shared(), 0, ALL);
        assertThat(take(stream, 19)).extracting(EventStoreStreamStage::position).endsWith(19L);
        faulty.hide(0);
        assertThat(take(stream, 1))
                .extracting(EventStoreStreamStage::position)
                .containsExactly(20L);
    }

    @Test
    protected void aStreamOutlivesReadsThatFail() {
        EventStoreRig writer = shared();
        write(writer, 50);
        EventStoreRig reader = shared();
        faulty.failReads(3);

        MessageStream<EventMessage> stream = stream(reader, 0, ALL);

        assertThat(take(stream, 50))
                .extracting(EventStoreStreamStage::position)
                .isSorted()
                .hasSize(50);
        assertThat(stream.isCompleted()).isFalse();
        faulty.failReads(2);
        write(writer, 5);
        assertThat(take(stream, 5))
                .extracting(EventStoreStreamStage::position)
                .containsExactly(51L, 52L, 53L, 54L, 55L);
    }

    @Test
    protected void aProcessSeesWhatAnotherOneWrites() {
        EventStoreRig reader = shared();
        EventStoreRig writer = shared();
        MessageStream<EventMessage> stream = stream(reader, 0, ALL);
        assertThat(stream.next()).isEmpty();

        write(writer, 10);

        assertThat(take(stream, 10)).hasSize(10);
        Await.value(reader.append(NORTH, null, event("Own")));
        assertThat(take(stream, 1).getFirst().message().type().name()).isEqualTo("Own");
        assertThat(
                        new AxonCalls(reader.engine(NORTH))
                                .source(EventCriteria.havingAnyTag())
                                .marker())
                .isEqualTo(11);
    }

    @Test
    protected void oneMatchBehindManyOthersIsFound() {
        EventStoreRig rig = alone();
        List<CompletableFuture<?>> noise = new ArrayList<>();
        for (int i = 0; i < Scale.of(120); i++) {
            noise.add(rig.append(NORTH, null, events(100, "Noise")));
        }
        noise.forEach(Await::value);
        MessageStream<EventMessage> stream =
                stream(rig, 0, AxonCalls.havingTags(tag("rare", "yes")));
        Await.value(rig.append(NORTH, null, event("Rare", tag("rare", "yes"))));
        write(rig, 10);

        assertThat(take(stream, 1).getFirst().message().type().name()).isEqualTo("Rare");
        assertThat(new AxonCalls(rig.engine(NORTH)).source(tag("rare", "yes")).events()).hasSize(1);
    }

    @Test
    protected void theCallbackComesWheneverThereIsSomethingToTake() {
        EventStoreRig rig = alone();
        MessageStream<EventMessage> stream = stream(rig, 0, ALL);
        AtomicInteger calls = new AtomicInteger();
        stream.setCallback(calls::incrementAndGet);
        for (int round = 1; round <= 20; round++) {
            int before = calls.get();
            Await.value(rig.append(NORTH, null, event("Round" + round)));
            Await.until(
                    "the callback comes", () -> calls.get() > before && stream.hasNextAvailable());
            assertThat(stream.next().orElseThrow().message().type().name())
                    .isEqualTo("Round" + round);
        }
        write(rig, 1);
        Await.until("the event is there", stream::hasNextAvailable);
        int before = calls.get();
        stream.setCallback(calls::incrementAndGet);
        Await.until("a callback that is set late is called at once", () -> calls.get() > before);
    }

    @Test
    protected void peekingTakesNothing() {
        EventStoreRig rig = alone();
        write(rig, 2);
        MessageStream<EventMessage> stream = stream(rig, 0, ALL);
        Await.until("the events are there", stream::hasNextAvailable);
        assertThat(position(stream.peek().orElseThrow())).isEqualTo(1);
        assertThat(position(stream.peek().orElseThrow())).isEqualTo(1);
        assertThat(position(stream.next().orElseThrow())).isEqualTo(1);
        assertThat(position(stream.peek().orElseThrow())).isEqualTo(2);
    }

    @Test
    protected void aClosedStreamGivesNothingMore() {
        EventStoreRig rig = alone();
        MessageStream<EventMessage> stream = stream(rig, 0, ALL);
        MessageStream<EventMessage> witness = stream(rig, 0, ALL);
        stream.close();
        write(rig, 5);
        assertThat(take(witness, 5)).hasSize(5);
        assertThat(stream.hasNextAvailable()).isFalse();
        assertThat(stream.next()).isEmpty();
        stream.close();
    }

    @Test
    protected void aReaderThatDoesNotTakeIsNotFedWithoutEnd() {
        EventStoreRig writer = alone();
        int events = Scale.of(200) * 100;
        List<CompletableFuture<?>> written = new ArrayList<>();
        for (int i = 0; i < events / 100; i++) {
            written.add(writer.append(NORTH, null, events(100, "Many")));
        }
        written.forEach(Await::value);
        MessageStream<EventMessage> idle = stream(shared(), 0, ALL);
        Await.until("the idle stream has something", idle::hasNextAvailable);

        // Somebody else reads everything meanwhile, so there was time enough to be fed too much.
        assertThat(take(stream(alone(), 0, ALL), events)).hasSize(events);

        assertThat(faulty.eventsRead()).as("events read for the idle stream").isLessThan(5_000);
        assertThat(take(idle, events)).hasSize(events);
    }

    @Test
    protected void tokensAndWaitsForNewsCompleteOnTheExecutorThatWasGiven() {
        EventStoreRig rig = alone();
        Await.value(rig.append(NORTH, null, event("A")));
        var engine = rig.engine(NORTH);
        OwnThreadCheck.check(
                () -> engine.latestToken(UnitsOfWork.spent()),
                name -> !name.startsWith(EventStoreRig.THREADS));
        OwnThreadCheck.check(
                () -> rig.tail().awaitBeyond(grown(rig)),
                name -> !name.startsWith(EventStoreRig.THREADS));
    }

    @Test
    protected void whatRunsBehindSourcedEventsMayWaitForFurtherSourcingAndAppending() {
        EventStoreRig rig = alone();
        Await.value(rig.append(NORTH, null, event("A")));
        List<CompletableFuture<Integer>> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            waiting.add(
                    count(rig)
                            .thenApply(
                                    before -> {
                                        Await.value(rig.append(NORTH, null, event("Behind")));
                                        return Await.value(count(rig)) - before;
                                    }));
        }
        assertThat(waiting).allSatisfy(each -> assertThat(Await.value(each)).isPositive());
    }

    private static CompletableFuture<Integer> count(EventStoreRig rig) {
        return rig.engine(NORTH)
                .source(SourcingCondition.conditionFor(ALL), UnitsOfWork.spent())
                .reduce(0, (count, entry) -> count + 1);
    }

    /** A position that the log is just passing. */
    private static long grown(EventStoreRig rig) {
        long head = rig.tail().head();
        assertThat(rig.append(NORTH, null, event("Grows"))).isNotNull();
        return head;
    }

    @Test
    protected void anEmptyLogBeginsWhereItEndsAndTokensStayOneNumber() {
        EventStoreRig rig = alone();
        var engine = rig.engine(NORTH);
        TrackingToken first = Await.value(engine.firstToken(UnitsOfWork.spent()));
        assertThat(Await.value(engine.latestToken(UnitsOfWork.spent()))).isEqualTo(first);

        write(rig, 300);

        assertThat(Await.value(engine.firstToken(UnitsOfWork.spent()))).isEqualTo(first);
        assertThat(Await.value(engine.latestToken(UnitsOfWork.spent())))
                .isExactlyInstanceOf(GlobalSequenceTrackingToken.class)
                .isEqualTo(new GlobalSequenceTrackingToken(300));
        assertThat(take(stream(rig, 0, ALL), 300))
                .extracting(entry -> entry.getResource(TrackingToken.RESOURCE_KEY))
                .isEqualTo(
                        IntStream.rangeClosed(1, 300)
                                .<Object>mapToObj(GlobalSequenceTrackingToken::new)
                                .toList());
    }
}
