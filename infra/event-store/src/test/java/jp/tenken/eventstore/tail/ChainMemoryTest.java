package jp.tenken.eventstore.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.tail.ChainMemory.Chain;
import org.junit.jupiter.api.Test;

class ChainMemoryTest {

    private static final EventTag ONE = new EventTag("contract", "1");
    private static final EventTag TWO = new EventTag("contract", "2");
    private static final Chain CHAIN = new Chain("north", ONE);

    private final ChainMemory memory = new ChainMemory(10_000_000);

    @Test
    void knowsNothingOfAChainThatNobodyAskedFor() {
        memory.add(commit(1, "north", ONE));

        assertThat(memory.find(CHAIN, 1)).isNull();
    }

    @Test
    void whatIsAddedBehindWhatWasReadBelongsToTheHistory() {
        Commit read = commit(1, "north", ONE);
        Commit meanwhile = commit(2, "north", ONE);
        Commit later = commit(4, "north", ONE);

        History put =
                memory.put(CHAIN, List.of(read), List.of(meanwhile, commit(3, "north", TWO)), 3);
        memory.add(later);

        assertThat(put).isEqualTo(new History(List.of(read, meanwhile), 3));
        assertThat(memory.find(CHAIN, 4))
                .isEqualTo(new History(List.of(read, meanwhile, later), 4));
    }

    @Test
    void aCommitWithSeveralEventsOfAChainIsThereOnce() {
        memory.put(CHAIN, List.of(), List.of(), 0);
        Commit commit = commit(1, "north", ONE, TWO, ONE);
        memory.add(commit);

        assertThat(memory.find(CHAIN, 3)).isEqualTo(new History(List.of(commit), 3));
    }

    @Test
    void anotherTenantsEventsWithTheSameTagAreAnotherChain() {
        memory.put(CHAIN, List.of(), List.of(commit(1, "south", ONE)), 1);
        memory.add(commit(2, "south", ONE));

        assertThat(memory.find(CHAIN, 2)).isEqualTo(new History(List.of(), 2));
        assertThat(memory.find(new Chain("south", ONE), 2)).isNull();
    }

    @Test
    void aHistoryThatWasGivenOutDoesNotGrow() {
        memory.put(CHAIN, List.of(), List.of(), 0);
        History before = memory.find(CHAIN, 0);
        memory.add(commit(1, "north", ONE));

        assertThat(before).isEqualTo(new History(List.of(), 0));
    }

    @Test
    void aChainThatGrowsTooLongIsNotKeptAndSaysSo() {
        memory.put(CHAIN, List.of(), List.of(), 0);
        for (int i = 1; i <= ChainMemory.LONGEST + 2; i++) {
            memory.add(commit(i, "north", ONE));
        }

        assertThat(memory.find(CHAIN, ChainMemory.LONGEST + 2)).isEqualTo(History.NOTHING);
    }

    @Test
    void aChainThatWasFoundTooLongStaysUnknownWhateverIsAdded() {
        memory.tooLong(CHAIN);
        memory.add(commit(7, "north", ONE));

        assertThat(memory.find(CHAIN, 7)).isEqualTo(History.NOTHING);
    }

    @Test
    void whatWasNotAskedForTheLongestGoesFirst() {
        ChainMemory small = new ChainMemory(10_000);
        List<Chain> chains = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            Chain chain = new Chain("north", new EventTag("contract", "c" + i));
            chains.add(chain);
            small.put(chain, List.of(commit(i, "north", chain.tag())), List.of(), i);
            small.find(chains.getFirst(), i);
        }
        Chain fourth = new Chain("north", ONE);
        small.put(fourth, List.of(commit(4, "north", ONE)), List.of(), 4);

        assertThat(small.find(chains.get(0), 4)).isNotNull();
        assertThat(small.find(chains.get(1), 4)).isNull();
        assertThat(small.find(chains.get(2), 4)).isNotNull();
        assertThat(small.find(fourth, 4)).isNotNull();
    }

    private static Commit commit(long position, String tenant, EventTag... tagOfEach) {
        List<StoredEvent> events =
                Arrays.stream(tagOfEach)
                        .map(
                                tag ->
                                        new StoredEvent(
                                                UUID.randomUUID().toString(),
                                                "Type",
                                                "1",
                                                Instant.EPOCH,
                                                List.of(tag),
                                                Map.of(),
                                                new byte[100],
                                                new byte[StoredEvent.SALT_LENGTH]))
                        .toList();
        return new Commit(
                new CommitHeader(
                        position,
                        UUID.randomUUID(),
                        tenant,
                        position,
                        position,
                        Collections.nCopies(events.size(), Hash.NONE),
                        Hash.NONE,
                        Map.of(),
                        Hash.NONE),
                events);
    }
}
