package jp.tenken.storage.mongodb;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.EventStoreRig;
import jp.tenken.storage.mongodb.WireFault.Kind;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Axon's streams outlive the connections that they read over: nothing is lost, nothing twice. */
@ExtendWith(TestServer.class)
class StreamsOverTheWireTest {

    private static final String NORTH = "tenant-north";

    private final BrokenNetwork network = new BrokenNetwork();

    @AfterEach
    void mendTheNetwork() {
        network.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"COMMAND_CUT", "ANSWER_WITHHELD", "ANSWER_CUT"})
    void aStreamOutlivesAPageThatIsLost(Kind kind) {
        EventStoreRig writer = network.neighbour();
        write(writer, 40);
        EventStoreRig reader = network.hastyProcess();
        network.proxy().script(WireFault.of("find", kind), WireFault.of("find", kind));

        try (Stream stream = new Stream(reader)) {
            assertThat(stream.take(40)).containsExactlyElementsOf(positions(1, 40));
            network.proxy().script(WireFault.of("find", kind));
            write(writer, 5);
            assertThat(stream.take(5)).containsExactlyElementsOf(positions(41, 45));
            stream.assertOpen();
        }
    }

    @Test
    void aStreamOutlivesANetworkThatIsAwayForAWhile() {
        EventStoreRig writer = network.neighbour();
        write(writer, 10);
        EventStoreRig reader = network.process();
        try (Stream stream = new Stream(reader)) {
            assertThat(stream.take(10)).containsExactlyElementsOf(positions(1, 10));
            network.proxy().goDown();
            write(writer, 10);
            stream.assertOpen();
            network.proxy().comeUp();
            assertThat(stream.take(10)).containsExactlyElementsOf(positions(11, 20));

            for (long last = 20; last < 100; last += 10) {
                network.proxy().cut();
                write(writer, 10);
                assertThat(stream.take(10))
                        .containsExactlyElementsOf(positions(last + 1, last + 10));
            }
            stream.assertOpen();
        }
    }

    private static void write(EventStoreRig rig, int count) {
        for (int i = 0; i < count; i++) {
            Await.value(rig.append(NORTH, null, event("Written")));
        }
    }

    private static List<Long> positions(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    /** From the beginning of the log. */
    private static final class Stream implements AutoCloseable {

        private final MessageStream<EventMessage> entries;

        Stream(EventStoreRig rig) {
            this.entries =
                    rig.engine("nobody").stream(
                            StreamingCondition.conditionFor(
                                    new GlobalSequenceTrackingToken(0),
                                    EventCriteria.havingAnyTag()),
                            null);
        }

        /** Positions of the next events. */
        List<Long> take(int count) {
            List<Long> taken = new ArrayList<>();
            Await.until(
                    count + " events",
                    () -> {
                        Optional<Entry<EventMessage>> next = entries.next();
                        while (next.isPresent() && taken.size() < count) {
                            taken.add(position(next.get()));
                            next = taken.size() < count ? entries.next() : Optional.empty();
                        }
                        return taken.size() == count;
                    });
            return taken;
        }

        void assertOpen() {
            assertThat(entries.isCompleted()).isFalse();
            assertThat(entries.error()).isEmpty();
        }

        private static long position(Entry<EventMessage> entry) {
            TrackingToken token = entry.getResource(TrackingToken.RESOURCE_KEY);
            return token == null ? -1 : token.position().orElse(-1);
        }

        @Override
        public void close() {
            entries.close();
        }
    }
}
