package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static jp.tenken.eventstore.tck.CommitFixtures.tag;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.TenantHead;
import org.junit.jupiter.api.Test;

/** Reads by position, by tenant sequence, by append id and by time. */
abstract class CommitLogReadConformance extends CommitLogStage {

    @Test
    protected void anEmptyLogAnswersEveryReadWithNothing() {
        assertThat(Await.value(log.head())).isZero();
        assertThat(Await.value(log.read(0, Long.MAX_VALUE, 10)))
                .isEqualTo(new CommitPage(List.of(), 0));
        assertThat(Await.value(log.readTenant(NORTH, 0, 10)))
                .isEqualTo(new CommitPage(List.of(), 0));
        assertThat(Await.value(log.findAppend(UUID.randomUUID()))).isEmpty();
        assertThat(Await.value(log.tenantHead(NORTH))).isEqualTo(TenantHead.EMPTY);
        assertThat(Await.value(log.chainHeads(NORTH, Set.of("contract:c1")))).isEmpty();
        assertThat(Await.value(log.positionBefore(Instant.MAX))).isZero();
        assertThat(Await.value(log.sequenceAt(NORTH, Instant.MAX))).isZero();
    }

    @Test
    protected void everyRangeAndEveryLimitYieldsExactlyTheOverlappingCommits() {
        long seed = Scale.seed();
        Random random = new Random(seed);
        appendAMixture(40, random);
        for (int round = 0; round < Scale.of(60); round++) {
            long after = random.nextLong(commits.head() + 1);
            long upTo = after + 1 + random.nextLong(commits.head() + 5);
            int limit = 1 + random.nextInt(30);
            assertThat(pages(after, upTo, at -> log.read(at, upTo, limit)))
                    .as("seed %d: (%d, %d] by %d", seed, after, upTo, limit)
                    .isEqualTo(
                            commits.made().stream()
                                    .filter(commit -> overlaps(commit, after, upTo))
                                    .toList());
        }
    }

    @Test
    protected void aCommitIsReturnedWholeHoweverSmallTheLimitAndWhereverTheRangeCutsIt() {
        Commit wide = commits.commit(NORTH, someEventsExactly(20));
        append(wide);
        append(commits.commit(NORTH, event("After")));

        assertThat(Await.value(log.read(0, Long.MAX_VALUE, 1)).commits()).containsExactly(wide);
        assertThat(Await.value(log.read(7, 9, 100)).commits()).containsExactly(wide);
        assertThat(Await.value(log.readTenant(NORTH, 7, 1)).commits()).containsExactly(wide);
    }

    @Test
    protected void aPageStopsSoonAfterAsManyEventsAsWereAskedFor() {
        appendAMixture(60, new Random(1));
        for (int limit : List.of(1, 5, 17, 40)) {
            CommitPage page = Await.value(log.read(0, Long.MAX_VALUE, limit));
            assertThat(page.commits()).isNotEmpty();
            assertThat(eventsIn(page.commits().subList(0, page.commits().size() - 1)))
                    .as("events before the last commit, limit %d", limit)
                    .isLessThan(limit);
            assertThat(page.scannedTo())
                    .isEqualTo(page.commits().getLast().header().lastPosition());
        }
    }

    @Test
    protected void anExhaustedRangeIsScannedToItsEndButNeverBeyondTheHead() {
        append(commits.commit(NORTH, event("A"), event("B")));
        append(commits.commit(NORTH, event("C")));
        append(commits.commit(SOUTH, event("D")));

        assertThat(Await.value(log.read(0, 3, PLENTY)).scannedTo()).isEqualTo(3);
        assertThat(Await.value(log.read(0, 4, PLENTY)).scannedTo()).isEqualTo(4);
        assertThat(Await.value(log.read(0, 9, PLENTY)).scannedTo()).isEqualTo(4);
        assertThat(Await.value(log.read(0, Long.MAX_VALUE, PLENTY)).scannedTo()).isEqualTo(4);
        assertThat(Await.value(log.read(4, Long.MAX_VALUE, PLENTY)))
                .isEqualTo(new CommitPage(List.of(), 4));
        assertThat(Await.value(log.read(9, Long.MAX_VALUE, PLENTY)).commits()).isEmpty();
    }

    @Test
    protected void aTenantsHistoryIsReadBySequenceWithoutAnybodyElses() {
        appendAMixture(50, new Random(2));
        List<Commit> own =
                commits.made().stream().filter(c -> c.header().tenant().equals(SOUTH)).toList();
        long last = commits.tenantHead(SOUTH).sequence();

        for (long after = 0; after < last; after += 3) {
            long from = after;
            List<Commit> expected =
                    own.stream().filter(c -> c.header().lastTenantSequence() > from).toList();
            CommitPage whole = Await.value(log.readTenant(SOUTH, after, PLENTY));
            assertThat(whole).isEqualTo(new CommitPage(expected, last));
            CommitPage first = Await.value(log.readTenant(SOUTH, after, 1));
            assertThat(first.commits()).containsExactly(expected.getFirst());
            assertThat(first.scannedTo())
                    .isEqualTo(expected.getFirst().header().lastTenantSequence());
        }
        assertThat(Await.value(log.readTenant(SOUTH, last, PLENTY)))
                .isEqualTo(new CommitPage(List.of(), last));
        assertThat(Await.value(log.readTenant("nobody", 0, PLENTY)))
                .isEqualTo(new CommitPage(List.of(), 0));
    }

    @Test
    protected void anAppendIsFoundByItsIdAndHeadsAreThoseOfTheLastCommit() {
        appendAMixture(30, new Random(3));
        for (Commit commit : commits.made()) {
            assertThat(Await.value(log.findAppend(commit.header().appendId()))).contains(commit);
        }
        assertThat(Await.value(log.findAppend(UUID.randomUUID()))).isEmpty();
        for (String tenant : List.of(NORTH, SOUTH, "nobody")) {
            assertThat(Await.value(log.tenantHead(tenant))).isEqualTo(commits.tenantHead(tenant));
        }
    }

    @Test
    protected void aChainEndsAtItsLastCommitPerTenant() {
        append(commits.commit(NORTH, event("A", tag("contract", "c1"), tag("contract", "c2"))));
        append(commits.commit(SOUTH, event("A", tag("contract", "c1"))));
        append(commits.commit(NORTH, event("B", tag("contract", "c2")), event("C")));
        append(commits.commit(NORTH, event("D", tag("item", "c1"))));

        Set<String> asked = Set.of("contract:c1", "contract:c2", "contract:unknown");
        assertThat(Await.value(log.chainHeads(NORTH, asked)))
                .isEqualTo(commits.chainHeads(NORTH))
                .containsOnlyKeys("contract:c1", "contract:c2");
        assertThat(Await.value(log.chainHeads(SOUTH, asked)))
                .isEqualTo(commits.chainHeads(SOUTH))
                .containsOnlyKeys("contract:c1");
        assertThat(Await.value(log.chainHeads(NORTH, Set.of("contract:c1")))).hasSize(1);
        assertThat(Await.value(log.chainHeads(NORTH, Set.of()))).isEqualTo(Map.of());
    }

    @Test
    protected void positionsAndSequencesAreFoundByTheTimeOfRecording() {
        long micros = CommitFixtures.START_MICROS + 10;
        append(commits.commitAt(micros, NORTH, event("A"), event("B")));
        append(commits.commitAt(micros, SOUTH, event("C")));
        append(commits.commitAt(micros + 2, NORTH, event("D")));
        Instant time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        Instant later = time.plus(2, ChronoUnit.MICROS);

        assertThat(Await.value(log.positionBefore(Instant.MIN))).isZero();
        assertThat(Await.value(log.positionBefore(time))).isZero();
        assertThat(Await.value(log.positionBefore(time.plusNanos(1)))).isEqualTo(3);
        assertThat(Await.value(log.positionBefore(later))).isEqualTo(3);
        assertThat(Await.value(log.positionBefore(later.plusNanos(1)))).isEqualTo(4);
        assertThat(Await.value(log.positionBefore(Instant.MAX))).isEqualTo(4);

        assertThat(Await.value(log.sequenceAt(NORTH, Instant.MIN))).isZero();
        assertThat(Await.value(log.sequenceAt(NORTH, time.minusNanos(1)))).isZero();
        assertThat(Await.value(log.sequenceAt(NORTH, time))).isEqualTo(2);
        assertThat(Await.value(log.sequenceAt(NORTH, later.minusNanos(1)))).isEqualTo(2);
        assertThat(Await.value(log.sequenceAt(NORTH, later))).isEqualTo(3);
        assertThat(Await.value(log.sequenceAt(SOUTH, later))).isEqualTo(1);
        assertThat(Await.value(log.sequenceAt(NORTH, Instant.MAX))).isEqualTo(3);
        assertThat(Await.value(log.sequenceAt("nobody", Instant.MAX))).isZero();
    }

    private static StoredEvent[] someEventsExactly(int count) {
        StoredEvent[] events = new StoredEvent[count];
        for (int i = 0; i < count; i++) {
            events[i] = event("Event" + i);
        }
        return events;
    }

    private static int eventsIn(List<Commit> some) {
        return some.stream().map(Commit::header).mapToInt(CommitHeader::eventCount).sum();
    }
}
