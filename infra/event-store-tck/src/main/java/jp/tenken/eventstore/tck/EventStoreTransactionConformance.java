package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.axon.TenkenEventStorageEngine;
import jp.tenken.eventstore.upcast.Upcaster;
import jp.tenken.eventstore.upcast.Upcasters;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Axon's transactions and messages: once, nothing before the commit, and back as they were given.
 */
abstract class EventStoreTransactionConformance extends EventStoreReleaseConformance {

    @Test
    protected void nothingIsWrittenBeforeTheCommitAndNothingAfterARollback() {
        AxonCalls calls = new AxonCalls(shared().engine(NORTH));
        AppendTransaction<Object> dropped =
                Await.value(
                        calls.prepare(AppendCondition.none(), AxonCalls.message("Dropped", "{}")));
        AppendTransaction<Object> kept =
                Await.value(calls.prepare(AppendCondition.none(), AxonCalls.message("Kept", "{}")));
        assertThat(faulty.attempts()).isEmpty();

        dropped.rollback(UnitsOfWork.spent());
        Object result = Await.value(kept.commit(UnitsOfWork.spent()));

        assertThat(Await.value(kept.afterCommit(result, UnitsOfWork.spent())))
                .isEqualTo(new GlobalIndexConsistencyMarker(1));
        assertThat(Await.failure(() -> dropped.commit(UnitsOfWork.spent())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(names()).containsExactly("Kept");
    }

    @Test
    protected void aTransactionIsCommittedOnce() {
        AxonCalls calls = new AxonCalls(alone().engine(NORTH));
        AppendTransaction<Object> transaction =
                Await.value(calls.prepare(AppendCondition.none(), AxonCalls.message("Once", "{}")));
        Await.value(transaction.commit(UnitsOfWork.spent()));
        assertThat(Await.failure(() -> transaction.commit(UnitsOfWork.spent())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(names()).containsExactly("Once");
    }

    @Test
    protected void anAppendOfNothingYieldsTheOriginAndWritesNothing() {
        AxonCalls calls = new AxonCalls(shared().engine(NORTH));
        assertThat(Await.value(calls.append(AppendCondition.none())))
                .isEqualTo(ConsistencyMarker.ORIGIN);
        assertThat(faulty.attempts()).isEmpty();
    }

    @Test
    protected void allEventsOfATransactionStandInOneCommit() {
        AxonCalls calls = new AxonCalls(alone().engine(NORTH));
        List<TaggedEventMessage<EventMessage>> messages = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            messages.add(AxonCalls.message("E" + i, "{}", tag("item", "" + i)));
        }
        assertThat(
                        Await.value(
                                calls.append(
                                        AppendCondition.none(),
                                        messages.toArray(new TaggedEventMessage<?>[0]))))
                .isEqualTo(new GlobalIndexConsistencyMarker(5));
        assertThat(soundHistory()).hasSize(1);
        assertThat(calls.source(tag("item", "3")).events())
                .extracting(event -> event.type().name())
                .containsExactly("E3");
    }

    @Test
    protected void aMessageComesBackAsItWasGiven() {
        AxonCalls calls = new AxonCalls(alone().engine(NORTH));
        String id = UUID.randomUUID().toString();
        Instant time = Instant.parse("2026-04-01T08:59:59.123456789Z");
        String payload = "{\"名\":\"業務委託 𠮷\",\"b\":\"" + "x".repeat(1 << 20) + "\"}";
        Map<String, @Nullable String> metadata =
                new HashMap<>(Map.of("actor", "職員-1", "empty", "", "odd key \n", "v\u0000w"));
        metadata.put("nothing", null);
        EventMessage given =
                new GenericEventMessage(
                        id,
                        new MessageType("tenken.checklist.ItemDecided", "2"),
                        payload,
                        metadata,
                        time);
        Await.value(
                calls.append(
                        AppendCondition.none(),
                        new GenericTaggedEventMessage<>(
                                given, Set.of(new Tag("item", "市/1"), new Tag("empty", "")))));

        EventMessage back = calls.source(tag("item", "市/1")).events().getFirst();

        assertThat(back.identifier()).isEqualTo(id);
        assertThat(back.type()).isEqualTo(given.type());
        assertThat(back.timestamp()).isEqualTo(time);
        assertThat(back.metadata()).isEqualTo(given.metadata());
        assertThat(text(back)).isEqualTo(payload);
        assertThat(calls.source(tag("empty", "")).events()).hasSize(1);

        Await.value(
                calls.append(
                        AppendCondition.none(),
                        AxonCalls.message("Bare", new byte[0], tag("item", "2"))));
        assertThat(calls.source(tag("item", "2")).events().getFirst().payloadAs(byte[].class))
                .as("an empty payload")
                .isEmpty();
    }

    @Test
    protected void anOldVersionIsSourcedAndStreamedAsTheNewest() {
        EventStoreRig rig = alone();
        StoredEvent old = event("Decided", tag(CommitFixtures.CHAIN, "1"));
        Await.value(rig.append(NORTH, null, old));
        TenkenEventStorageEngine engine =
                rig.engine(NORTH, new Upcasters(List.of(new DecidedToItemDecided())));
        AxonCalls calls = new AxonCalls(engine);

        List<EventMessage> read = new ArrayList<>();
        read.addAll(calls.source(tag(CommitFixtures.CHAIN, "1")).events());
        // Once more: by now the engine remembers the chain.
        read.addAll(calls.source(tag(CommitFixtures.CHAIN, "1")).events());
        read.addAll(calls.source(EventCriteria.havingAnyTag()).events());
        read.add(take(stream(engine, 0, EventCriteria.havingAnyTag()), 1).getFirst().message());

        assertThat(read)
                .hasSize(4)
                .allSatisfy(
                        event -> {
                            assertThat(event.type()).isEqualTo(new MessageType("ItemDecided", "2"));
                            assertThat(text(event)).isEqualTo("{\"of\":\"Decided\"} upcast");
                            assertThat(event.identifier()).isEqualTo(old.id());
                            assertThat(event.timestamp()).isEqualTo(old.timestamp());
                            assertThat(event.metadata()).containsEntry("actor", "staff-1");
                        });
        assertThat(soundHistory().getFirst().events())
                .as("what is stored stays as it is")
                .extracting(StoredEvent::name)
                .containsExactly("Decided");
    }

    /** An event was renamed, and its payload changed with it. */
    private static final class DecidedToItemDecided implements Upcaster {

        @Override
        public String name() {
            return "Decided";
        }

        @Override
        public String from() {
            return "1";
        }

        @Override
        public String toName() {
            return "ItemDecided";
        }

        @Override
        public String to() {
            return "2";
        }

        @Override
        public byte[] upcast(byte[] payload) {
            return (new String(payload, StandardCharsets.UTF_8) + " upcast")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String text(EventMessage event) {
        byte[] bytes = event.payloadAs(byte[].class);
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    protected void tokensAreFoundByTimeAndNoEventAtOrAfterItIsLeftOut() {
        Instant start = Instant.parse("2026-04-01T00:00:00Z");
        for (int hour = 0; hour < 4; hour++) {
            EventStoreRig rig =
                    shared(EventStoreRig.SETTINGS, fixed(start.plusSeconds(3_600L * hour)));
            Await.value(rig.append(NORTH, null, events(2, "Hour" + hour)));
        }
        var engine = shared().engine(NORTH);

        assertThat(Await.value(engine.tokenAt(start.minusSeconds(1), UnitsOfWork.spent())))
                .isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(Await.value(engine.tokenAt(start, UnitsOfWork.spent())))
                .isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(Await.value(engine.tokenAt(start.plusSeconds(3_600), UnitsOfWork.spent())))
                .isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(Await.value(engine.tokenAt(start.plusSeconds(3_601), UnitsOfWork.spent())))
                .isEqualTo(new GlobalSequenceTrackingToken(4));
        assertThat(Await.value(engine.tokenAt(start.plusSeconds(90_000), UnitsOfWork.spent())))
                .isEqualTo(new GlobalSequenceTrackingToken(8));
    }

    @Test
    protected void tenantsWithEqualTagsAreNotSourcedTogether() {
        EventStoreRig rig = alone();
        AxonCalls north = new AxonCalls(rig.engine(NORTH));
        AxonCalls south = new AxonCalls(rig.engine(SOUTH));
        assertThat(north.appended(tag("item", "1"), 0, "North")).isTrue();
        assertThat(south.appended(tag("item", "1"), 0, "South")).isTrue();

        assertThat(north.source(tag("item", "1")).events())
                .extracting(event -> event.type().name())
                .containsExactly("North");
        assertThat(south.source(EventCriteria.havingAnyTag()).events())
                .extracting(event -> event.type().name())
                .containsExactly("South");
        assertThat(south.appended(tag("item", "1"), 1, "Again")).isFalse();
    }

    @Test
    protected void untaggedEventsBelongToEverything() {
        AxonCalls calls = new AxonCalls(alone().engine(NORTH));
        CompletableFuture<ConsistencyMarker> untagged =
                calls.append(AppendCondition.none(), AxonCalls.message("Untagged", "{}"));
        Await.value(untagged);
        assertThat(calls.source(EventCriteria.havingAnyTag()).events()).hasSize(1);
        assertThat(calls.source(tag("item", "1")).events()).isEmpty();
    }

    private List<String> names() {
        return soundHistory().stream()
                .map(Commit::events)
                .flatMap(List::stream)
                .map(StoredEvent::name)
                .toList();
    }

    @Test
    protected void whatRunsBehindAnAnswerMayWaitForOtherAppendsAndForTheAnswersBesideItsOwn() {
        EventStoreRig rig = shared();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        faulty.script(Fault.heldBack(gate));
        CompletableFuture<AppendReceipt> first = rig.append(NORTH, null, event("First"));
        List<CompletableFuture<AppendReceipt>> wave =
                atOnce(4, i -> rig.append(NORTH, null, event("Beside")));
        List<CompletableFuture<AppendReceipt>> behind = new ArrayList<>();
        for (int i = 0; i < wave.size(); i++) {
            CompletableFuture<AppendReceipt> beside = wave.get((i + 1) % wave.size());
            behind.add(
                    wave.get(i)
                            .thenApply(
                                    own -> {
                                        Await.value(beside);
                                        return Await.value(
                                                rig.append(NORTH, null, event("Behind")));
                                    }));
        }
        gate.complete(null);
        Await.value(first);
        behind.forEach(Await::value);
        assertThat(soundHistory()).hasSize(1 + 2 * wave.size());
    }
}
