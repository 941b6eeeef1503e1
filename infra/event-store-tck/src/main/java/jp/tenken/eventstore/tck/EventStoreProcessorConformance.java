package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import jp.tenken.eventstore.StoredEvent;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Axon's pooled processors over the store: every event once, by whichever owner. */
abstract class EventStoreProcessorConformance extends EventStoreTransactionConformance {

    private static final int SEGMENTS = 8;

    private final InMemoryTokens tokens = new InMemoryTokens(Clock.systemUTC());
    private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();
    private final List<CountingProcessor> processors = new ArrayList<>();

    @AfterEach
    protected void stopProcessors() {
        processors.forEach(CountingProcessor::close);
        tokens.close();
    }

    @Test
    protected void twoOwnersTogetherSeeEveryEventExactlyOnce() {
        EventStoreRig one = shared();
        EventStoreRig two = shared();
        Set<String> byOne = ConcurrentHashMap.newKeySet();
        Set<String> byTwo = ConcurrentHashMap.newKeySet();
        count(one, 60);
        CountingProcessor first = process(one, "one", SEGMENTS, SEGMENTS / 2, byOne);
        CountingProcessor second = process(two, "two", SEGMENTS, SEGMENTS / 2, byTwo);
        Await.until(
                "the segments are divided",
                () -> first.claimed() == SEGMENTS / 2 && second.claimed() == SEGMENTS / 2);
        count(one, 100);
        count(two, Scale.of(100));

        assertEachSeenOnce();
        assertThat(byOne).isNotEmpty().doesNotContainAnyElementsOf(byTwo);
        assertThat(byTwo).isNotEmpty();
    }

    @Test
    protected void aRestartedOwnerGoesOnWhereItStopped() {
        EventStoreRig rig = alone();
        count(rig, 80);
        CountingProcessor before =
                process(rig, "one", SEGMENTS, SEGMENTS, ConcurrentHashMap.newKeySet());
        assertEachSeenOnce();
        stop(before);
        count(rig, 80);
        Set<String> afterwards = ConcurrentHashMap.newKeySet();
        process(rig, "one again", SEGMENTS, SEGMENTS, afterwards);

        assertEachSeenOnce();
        assertThat(afterwards).hasSize(80);
    }

    @Test
    protected void anHeirTakesOverTheSegmentsOfAnOwnerWhoLeft() {
        EventStoreRig rig = alone();
        CountingProcessor leaving =
                process(rig, "leaving", SEGMENTS, SEGMENTS, ConcurrentHashMap.newKeySet());
        Await.until("the first owner has all", () -> leaving.claimed() == SEGMENTS);
        CountingProcessor heir =
                process(rig, "heir", SEGMENTS, SEGMENTS, ConcurrentHashMap.newKeySet());
        count(rig, 60);
        assertEachSeenOnce();
        stop(leaving);
        Await.until("the heir has all", () -> heir.claimed() == SEGMENTS);
        count(rig, 60);
        assertEachSeenOnce();
    }

    @Test
    protected void aSplitUnderLoadLosesNothingAndDoublesNothing() {
        EventStoreRig rig = alone();
        CountingProcessor processor =
                process(rig, "one", 1, SEGMENTS, ConcurrentHashMap.newKeySet());
        Await.until("the segment is claimed", () -> processor.claimed() == 1);
        List<CompletableFuture<?>> load = new ArrayList<>();
        for (int i = 0; i < Scale.of(150); i++) {
            load.add(rig.append(NORTH, null, event(CountingProcessor.TYPE)));
        }
        assertThat(processor.split(0)).isTrue();
        load.forEach(Await::value);
        Await.until("both halves are claimed", () -> processor.claimed() == 2);
        count(rig, 20);
        assertEachSeenOnce();
    }

    private CountingProcessor process(
            EventStoreRig rig, String owner, int segments, int mostClaimed, Set<String> own) {
        TokenStore owned = tokens.of(owner, Duration.ofHours(1));
        CountingProcessor processor =
                new CountingProcessor(
                        rig,
                        owned,
                        segments,
                        mostClaimed,
                        id -> {
                            own.add(id);
                            seen.computeIfAbsent(id, absent -> new AtomicInteger())
                                    .incrementAndGet();
                        });
        processors.add(processor);
        return processor;
    }

    private void stop(CountingProcessor processor) {
        processor.close();
        processors.remove(processor);
    }

    private static void count(EventStoreRig rig, int count) {
        List<CompletableFuture<?>> appends = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            appends.add(
                    rig.append(
                            i % 2 == 0 ? NORTH : SOUTH,
                            null,
                            event(CountingProcessor.TYPE),
                            event("Uncounted")));
        }
        appends.forEach(Await::value);
    }

    private void assertEachSeenOnce() {
        Set<String> expected =
                soundHistory().stream()
                        .map(commit -> commit.events())
                        .flatMap(Collection::stream)
                        .filter(event -> event.name().equals(CountingProcessor.TYPE))
                        .map(StoredEvent::id)
                        .collect(Collectors.toSet());
        Await.until("every event is seen", () -> seen.keySet().containsAll(expected));
        assertThat(seen)
                .hasSameSizeAs(expected)
                .allSatisfy((id, times) -> assertThat(times).hasValue(1));
    }
}
