package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendConflictException;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.append.AppendRefusedException;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random histories against {@link ReferenceHistory}. The seed of a failure is in its message. */
abstract class EventStoreModelConformance extends EventStoreProcessorConformance {

    /** A guarded append of a concurrent history and what it came to; a conflict has no receipt. */
    private record Outcome(
            String tenant,
            Criteria criteria,
            long after,
            @Nullable AppendReceipt receipt,
            long headAtAnswer) {}

    /** A decision on a sourced state: how many events were seen up to the marker. */
    private record Decided(Criteria criteria, int seen, long marker, Outcome outcome) {}

    @Test
    protected void oneAfterTheOtherEveryStepComesOutAsTheReferenceSays() {
        long seed = Scale.seed();
        Random random = new Random(seed);
        EventStoreRig rig = alone();
        AxonCalls north = new AxonCalls(rig.engine(NORTH));
        AxonCalls forgetful = new AxonCalls(rig.forgetfulEngine(NORTH));
        ReferenceHistory reference = new ReferenceHistory();
        for (int step = 0; step < Scale.of(400); step++) {
            String what = "seed %d, step %d".formatted(seed, step);
            Criteria criteria = criteria(random);
            if (random.nextInt(4) == 0) {
                AxonCalls.Sourced sourced = north.source(inAxonsWords(criteria));
                assertThat(sourced.marker()).as(what).isEqualTo(reference.head());
                assertThat(sourced.events())
                        .as(what)
                        .hasSameSizeAs(reference.matching(NORTH, criteria, 0, reference.head()));
                assertThat(ids(sourced))
                        .as(what)
                        .isEqualTo(ids(forgetful.source(inAxonsWords(criteria))));
            } else {
                String tenant = random.nextBoolean() ? NORTH : SOUTH;
                long after = Math.max(0, reference.head() - random.nextInt(12));
                StoredEvent[] events = randomEvents(random);
                CompletableFuture<AppendReceipt> append =
                        rig.append(tenant, guard(criteria, after), events);
                if (reference.matching(tenant, criteria, after, reference.head()).isEmpty()) {
                    assertThat(Await.outcome(append)).as(what).isNull();
                    reference.append(tenant, List.of(events));
                    assertThat(append.join().lastPosition()).as(what).isEqualTo(reference.head());
                } else {
                    assertThat(Await.outcome(append))
                            .as(what)
                            .isInstanceOf(AppendConflictException.class);
                }
            }
        }
        soundHistory();
    }

    @Test
    protected void allAtOnceEveryAnswerIsJustifiedByTheHistory() {
        long seed = Scale.seed();
        List<EventStoreRig> processes = List.of(shared(), shared());
        ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            EventStoreRig process = processes.get(writer % 2);
            Random random = new Random(seed + writer);
            writers.add(
                    CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; i < Scale.of(60); i++) {
                                    appendSomething(process, random).ifPresent(outcomes::add);
                                }
                            },
                            work -> new Thread(work, "writer").start()));
        }
        writers.forEach(Await::value);

        ReferenceHistory history = ReferenceHistory.of(soundHistory());
        Set<Long> standing = new HashSet<>();
        for (Outcome outcome : outcomes) {
            AppendReceipt receipt = outcome.receipt();
            long upTo = receipt == null ? outcome.headAtAnswer() : receipt.header().position() - 1;
            List<Long> inTheWay =
                    history.matching(outcome.tenant(), outcome.criteria(), outcome.after(), upTo);
            assertThat(inTheWay.isEmpty())
                    .as("seed %d: %s", seed, outcome)
                    .isEqualTo(receipt != null);
            if (receipt != null) {
                assertThat(standing.add(receipt.header().position())).as("seed %d", seed).isTrue();
            }
        }
        assertThat(standing)
                .as("seed %d", seed)
                .isEqualTo(
                        soundHistory().stream()
                                .map(commit -> commit.header().position())
                                .collect(Collectors.toSet()));
    }

    @Test
    protected void theOnlyProcessDecidesOnAllThatThereIsAlsoFromMemory() {
        decideOnSourcedStates(List.of(alone()));
    }

    @Test
    protected void severalProcessesDecideOnAllThatThereIsAlsoFromMemory() {
        decideOnSourcedStates(List.of(shared(), shared()));
    }

    /**
     * Writers source a state, remembered or not, and append on it, all at once. What stands was
     * decided on every matching event before it; what was refused had another one in its way.
     */
    private void decideOnSourcedStates(List<EventStoreRig> processes) {
        long seed = Scale.seed();
        ConcurrentLinkedQueue<Decided> decisions = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            EventStoreRig process = processes.get(writer % processes.size());
            Random random = new Random(seed + writer);
            writers.add(
                    CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; i < Scale.of(60); i++) {
                                    decideSomething(process, random).ifPresent(decisions::add);
                                }
                            },
                            work -> new Thread(work, "writer").start()));
        }
        writers.forEach(Await::value);

        ReferenceHistory history = ReferenceHistory.of(soundHistory());
        for (Decided decided : decisions) {
            String what = "seed %d: %s".formatted(seed, decided);
            Outcome outcome = decided.outcome();
            assertThat(decided.seen())
                    .as(what)
                    .isEqualTo(
                            history.matching(
                                            outcome.tenant(),
                                            decided.criteria(),
                                            0,
                                            decided.marker())
                                    .size());
            AppendReceipt receipt = outcome.receipt();
            long upTo = receipt == null ? outcome.headAtAnswer() : receipt.header().position() - 1;
            assertThat(
                            history.matching(
                                            outcome.tenant(),
                                            decided.criteria(),
                                            decided.marker(),
                                            upTo)
                                    .isEmpty())
                    .as(what)
                    .isEqualTo(receipt != null);
        }
    }

    private static Optional<Decided> decideSomething(EventStoreRig process, Random random) {
        String tenant = random.nextBoolean() ? NORTH : SOUTH;
        Criteria criteria = ofOneChain(random);
        AxonCalls.Sourced state =
                new AxonCalls(
                                random.nextInt(4) == 0
                                        ? process.forgetfulEngine(tenant)
                                        : process.engine(tenant))
                        .source(inAxonsWords(criteria));
        return append(process, tenant, criteria, state.marker(), randomEvents(random))
                .map(
                        outcome ->
                                new Decided(
                                        criteria, state.events().size(), state.marker(), outcome));
    }

    /** As a slice asks: a narrower choice of what carries one tag, or two of them. */
    private static Criteria ofOneChain(Random random) {
        EventTag chain = tag(CommitFixtures.CHAIN, "c" + random.nextInt(3));
        Criteria some = typedAndTagged("Type" + random.nextInt(4), chain);
        return random.nextBoolean()
                ? some
                : either(some, tagged(chain, tag("item", "i" + random.nextInt(4))));
    }

    private static List<String> ids(AxonCalls.Sourced sourced) {
        return sourced.events().stream().map(EventMessage::identifier).toList();
    }

    /**
     * Nothing when other writers were faster too often: then nothing may stand in the log either.
     */
    private static Optional<Outcome> appendSomething(EventStoreRig process, Random random) {
        String tenant = random.nextBoolean() ? NORTH : SOUTH;
        Criteria criteria = criteria(random);
        long after = Math.max(0, process.appender().head() - random.nextInt(6));
        return append(process, tenant, criteria, after, randomEvents(random));
    }

    private static Optional<Outcome> append(
            EventStoreRig process,
            String tenant,
            Criteria criteria,
            long after,
            StoredEvent... events) {
        CompletableFuture<AppendReceipt> append =
                process.append(tenant, guard(criteria, after), events);
        Throwable failure = Await.outcome(append);
        if (failure instanceof AppendRefusedException refused) {
            assertThat(refused.reason()).isEqualTo(AppendRefusedException.Reason.CONTENDED);
            return Optional.empty();
        }
        if (failure != null) {
            assertThat(failure).isInstanceOf(AppendConflictException.class);
        }
        return Optional.of(
                new Outcome(
                        tenant,
                        criteria,
                        after,
                        failure == null ? append.join() : null,
                        Await.value(process.log().head())));
    }

    private static StoredEvent[] randomEvents(Random random) {
        StoredEvent[] events = new StoredEvent[1 + random.nextInt(3)];
        for (int i = 0; i < events.length; i++) {
            events[i] =
                    event(
                            "Type" + random.nextInt(4),
                            tag("item", "i" + random.nextInt(4)),
                            tag(CommitFixtures.CHAIN, "c" + random.nextInt(3)));
        }
        return events;
    }

    private static Criteria criteria(Random random) {
        List<Criterion> any = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            Set<EventTag> tags = new HashSet<>();
            Set<String> types = new HashSet<>();
            if (random.nextInt(3) > 0) {
                tags.add(tag("item", "i" + random.nextInt(5)));
            }
            if (random.nextBoolean()) {
                tags.add(tag(CommitFixtures.CHAIN, "c" + random.nextInt(4)));
            }
            if (random.nextBoolean()) {
                types.add("Type" + random.nextInt(5));
            }
            any.add(new Criterion(tags, types));
        }
        return new Criteria(any);
    }

    private static EventCriteria inAxonsWords(Criteria criteria) {
        List<EventCriteria> either = new ArrayList<>();
        for (Criterion criterion : criteria.anyOf()) {
            EventCriteria one =
                    EventCriteria.havingTags(
                                    criterion.tags().stream()
                                            .map(tag -> new Tag(tag.key(), tag.value()))
                                            .collect(Collectors.toSet()))
                            .andBeingOneOfTypes(
                                    criterion.types().stream()
                                            .map(QualifiedName::new)
                                            .collect(Collectors.toSet()));
            either.add(one);
        }
        return EventCriteria.either(either);
    }
}
