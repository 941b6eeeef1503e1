package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.axon.TenkenEventStorageEngine;
import jp.tenken.eventstore.tail.LogTail;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.Test;

/** What a reader that goes away before the end leaves behind: nothing. */
abstract class EventStoreReleaseConformance extends EventStoreStreamConformance {

    private static final EventCriteria ALL = EventCriteria.havingAnyTag();
    private static final int MANY = 2_000;

    @Test
    protected void closedStreamsLeaveNobodyWaitingAtTheEndOfTheLog() {
        EventStoreRig rig = alone();
        write(rig, 1);
        TenkenEventStorageEngine engine = rig.engine("nobody");

        for (int i = 0; i < LogTail.MAX_WAITS + MANY; i++) {
            MessageStream<EventMessage> stream = behind(engine, 1);
            assertThat(stream.hasNextAvailable()).isFalse();
            stream.close();
        }

        CompletableFuture<Void> news = rig.tail().awaitBeyond(1);
        assertThat(news).as("one more who waits finds a place").isNotDone();
        MessageStream<EventMessage> last = stream(rig, 1, ALL);
        write(rig, 1);
        Await.value(news);
        assertThat(take(last, 1)).hasSize(1);
    }

    @Test
    protected void whoeverClosesWhileAPageIsOnItsWayIsGivenNothingAndReadsNoFurther() {
        write(alone(), 50);
        EventStoreRig rig = shared();
        TenkenEventStorageEngine engine = rig.engine(NORTH);
        CompletableFuture<Boolean> gate = new CompletableFuture<>();
        int before = faulty.readsBegun();
        faulty.beforeReads(() -> gate);
        List<MessageStream<EventMessage>> streams = new ArrayList<>();
        for (int i = 0; i < MANY / 2; i++) {
            streams.add(behind(engine, 0));
            streams.add(engine.source(SourcingCondition.conditionFor(ALL), UnitsOfWork.spent()));
        }
        Await.until("every stream reads", () -> faulty.readsBegun() == before + MANY);

        streams.forEach(MessageStream::close);
        gate.complete(true);

        Await.until("every read is answered", () -> faulty.readsEnded() == before + MANY);
        assertThat(streams)
                .allSatisfy(
                        stream -> {
                            assertThat(stream.next()).isEmpty();
                            assertThat(stream.hasNextAvailable()).isFalse();
                            assertThat(stream.error()).isEmpty();
                        });
        assertThat(take(stream(rig, 0, ALL), 50)).hasSize(50);
        assertThat(faulty.readsBegun())
                .as("reads: one for each that was closed, and those of the one that was not")
                .isLessThan(before + MANY + 10);
    }

    @Test
    protected void thousandsOfReadersThatLeaveMidwayLeaveRoomForTheNextOne() {
        EventStoreRig rig = alone();
        write(rig, 50);
        TenkenEventStorageEngine engine = rig.engine(NORTH);
        for (int i = 0; i < MANY; i++) {
            MessageStream<EventMessage> stream =
                    i % 2 == 0
                            ? behind(engine, 0)
                            : engine.source(
                                    SourcingCondition.conditionFor(ALL), UnitsOfWork.spent());
            assertThat(take(stream, 1)).hasSize(1);
            stream.close();
            assertThat(stream.next()).isEmpty();
        }
        write(rig, 1);
        assertThat(new AxonCalls(engine).source(ALL).events()).hasSize(51);
    }

    @Test
    protected void sourcingReadsWhatMatchesAndNothingElse() {
        EventStoreRig writer = alone();
        List<CompletableFuture<?>> written = new ArrayList<>();
        for (int i = 0; i < Scale.of(500); i++) {
            written.add(writer.append(NORTH, null, event("Other", tag("contract", "c-" + i))));
            written.add(writer.append(SOUTH, null, event("Same", tag("contract", "wanted"))));
            if (i % 100 == 0) {
                written.add(writer.append(NORTH, null, event("Same", tag("contract", "wanted"))));
            }
        }
        written.forEach(Await::value);
        EventStoreRig reader = shared();
        long before = faulty.eventsRead();

        AxonCalls.Sourced sourced =
                new AxonCalls(reader.engine(NORTH)).source(tag("contract", "wanted"));

        assertThat(sourced.events())
                .isNotEmpty()
                .allMatch(event -> event.type().name().equals("Same"));
        assertThat(faulty.eventsRead() - before)
                .as("events read out of %d", written.size())
                .isEqualTo(sourced.events().size());
    }

    private static MessageStream<EventMessage> behind(
            TenkenEventStorageEngine engine, long position) {
        return engine.stream(
                StreamingCondition.conditionFor(new GlobalSequenceTrackingToken(position), ALL),
                UnitsOfWork.spent());
    }
}
