package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static jp.tenken.eventstore.tck.CommitFixtures.tag;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.format.CommitSeal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link CommitLog} must do. An engine's test class extends this and says how to {@link
 * #open} a log; nothing else, and no test may be disabled.
 */
public abstract class CommitLogConformance extends CommitLogSearchConformance {

    @Test
    protected void batchesStandDenselyOneBehindTheOther() {
        Random random = new Random(11);
        for (int batch = 0; batch < 30; batch++) {
            List<Commit> made = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(5); i++) {
                made.add(
                        commits.commit(
                                random.nextBoolean() ? NORTH : SOUTH, someEvents(random, 4)));
            }
            append(made);
            assertThat(Await.value(log.head())).isEqualTo(commits.head());
        }
        assertThat(everything()).isEqualTo(commits.made()).allMatch(CommitSeal::intact);
    }

    @Test
    protected void anAppendBehindAnotherHeadWritesNothingAndSaysSo() {
        append(commits.commit(NORTH, event("A"), event("B")));
        CommitFixtures stranger = new CommitFixtures();
        Commit tooLow = stranger.commit(SOUTH, event("C"));
        stranger.commit(SOUTH, event("D"), event("E"));
        Commit tooHigh = stranger.commit(SOUTH, event("F"));

        assertThat(Await.value(log.tryAppend(0, List.of(tooLow))))
                .isEqualTo(new AppendOutcome.HeadMoved());
        assertThat(Await.value(log.tryAppend(3, List.of(tooHigh))))
                .isEqualTo(new AppendOutcome.HeadMoved());
        assertThat(everything()).isEqualTo(commits.made());
        assertThat(Await.value(log.findAppend(tooLow.header().appendId()))).isEmpty();
        assertThat(Await.value(log.findAppend(tooHigh.header().appendId()))).isEmpty();

        append(commits.commit(NORTH, event("G")));
        assertThat(everything()).isEqualTo(commits.made());
    }

    @Test
    protected void readersSeeWholeCommitsWithoutHolesWhileTheLogGrows() {
        Random random = new Random(12);
        List<List<Commit>> batches = new ArrayList<>();
        for (int batch = 0; batch < Scale.of(60); batch++) {
            List<Commit> made = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(5); i++) {
                made.add(
                        commits.commit(
                                random.nextBoolean() ? NORTH : SOUTH, someEvents(random, 50)));
            }
            batches.add(made);
        }
        Set<Long> ends =
                commits.made().stream()
                        .map(c -> c.header().lastPosition())
                        .collect(Collectors.toSet());
        ends.add(0L);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        List<CompletableFuture<Void>> readers = new ArrayList<>();
        for (int reader = 0; reader < 4; reader++) {
            Random own = new Random(reader);
            readers.add(
                    CompletableFuture.runAsync(
                            () -> {
                                while (!done.get()) {
                                    readSomewhere(own, ends);
                                    reads.incrementAndGet();
                                }
                            },
                            work -> new Thread(work, "reader").start()));
        }
        Await.until("readers are at work", () -> reads.get() > 4);
        batches.forEach(this::append);
        done.set(true);
        readers.forEach(Await::value);
        assertThat(everything()).isEqualTo(commits.made());
    }

    private void readSomewhere(Random random, Set<Long> ends) {
        long head = Await.value(log.head());
        assertThat(ends).as("the head is the end of a commit").contains(head);
        long after = head == 0 ? 0 : random.nextLong(head);
        CommitPage page = Await.value(log.read(after, head, PLENTY));
        long expected = after;
        for (Commit commit : page.commits()) {
            assertThat(commit.events()).hasSize(commit.header().eventCount());
            if (expected > after) {
                assertThat(commit.header().position()).as("no hole").isEqualTo(expected + 1);
            } else {
                assertThat(commit.header().position()).isLessThanOrEqualTo(after + 1);
            }
            expected = commit.header().lastPosition();
        }
        assertThat(expected).as("all up to the head").isEqualTo(head);
        assertThat(ends).contains(Await.value(log.read(after, Long.MAX_VALUE, PLENTY)).scannedTo());
    }

    @Test
    protected void everythingIsStillThereAfterAReopen() throws Exception {
        appendAMixture(40, new Random(13));
        append(commits.tombstone(NORTH, 3, "contract:c1"));
        List<Commit> before = commits.made();
        var epoch = log.epoch();

        reopen();

        assertThat(log.epoch()).isEqualTo(epoch);
        assertThat(Await.value(log.head())).isEqualTo(commits.head());
        assertThat(everything()).isEqualTo(before);
        assertThat(Await.value(log.tenantHead(NORTH))).isEqualTo(commits.tenantHead(NORTH));
        assertThat(Await.value(log.chainHeads(NORTH, commits.chainHeads(NORTH).keySet())))
                .isEqualTo(commits.chainHeads(NORTH));
        assertThat(Await.value(log.findAppend(before.getFirst().header().appendId())))
                .contains(before.getFirst());
        append(commits.commit(SOUTH, event("GoesOn")));
        assertThat(everything()).isEqualTo(commits.made());
    }

    @Test
    protected void whatWasBeingWrittenWhenTheLogClosedIsThereOrWasRefused() throws Exception {
        Commit last = commits.commit(NORTH, event("Last"));
        CompletableFuture<AppendOutcome> outcome = log.tryAppend(0, List.of(last));
        reopen();
        boolean stands = Await.value(log.findAppend(last.header().appendId())).isPresent();
        assertThat(Await.value(outcome).equals(new AppendOutcome.Appended())).isEqualTo(stands);
        assertThat(Await.value(log.head())).isEqualTo(stands ? 1 : 0);
    }

    @Test
    protected void anotherLogHasAnotherEpochAndOtherCommits() throws Exception {
        append(commits.commit(NORTH, event("A")));
        try (CommitLog other = open(directory.resolve("other"))) {
            assertThat(other.epoch()).isNotEqualTo(log.epoch());
            assertThat(Await.value(other.head())).isZero();
        }
    }

    @Test
    protected void aTombstoneKeepsItsPlaceAndItsLinksButMatchesNothing() {
        append(commits.commit(NORTH, event("A", tag("contract", "c1"))));
        Commit tombstone = commits.tombstone(NORTH, 3, "contract:c1");
        append(tombstone);
        Commit behind = commits.commit(NORTH, event("B", tag("contract", "c1")));
        append(behind);

        assertThat(behind.header().position()).isEqualTo(5);
        assertThat(everything()).isEqualTo(commits.made());
        assertThat(Await.value(log.read(2, 3, PLENTY)).commits()).containsExactly(tombstone);
        assertThat(Await.value(log.readTenant(NORTH, 1, 1)).commits()).containsExactly(tombstone);
        assertThat(Await.value(log.findAppend(tombstone.header().appendId()))).contains(tombstone);
        assertThat(
                        Await.value(log.readMatching(NORTH, Criteria.EVERYTHING, 1, 5, PLENTY))
                                .commits())
                .containsExactly(behind);
        assertThat(Await.value(log.chainHeads(NORTH, Set.of("contract:c1"))))
                .isEqualTo(commits.chainHeads(NORTH));
    }

    @Test
    protected void contentComesBackExactlyAsItWasGiven() {
        Map<String, @Nullable String> metadata = new HashMap<>();
        metadata.put("nothing", null);
        metadata.put("", "empty key");
        metadata.put("人", "業務委託\u0000\n𠮷");
        byte[] everyByte = new byte[512];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        List<EventTag> tags = List.of(tag("a", ""), tag("a", "点検"), tag("b", "x:y"));
        List<StoredEvent> odd = new ArrayList<>();
        for (Instant time :
                List.of(
                        Instant.EPOCH,
                        Instant.parse("1868-01-25T00:00:00.000000001Z"),
                        Instant.parse("2026-04-01T08:59:59.999999999Z"),
                        Instant.parse("9999-12-31T23:59:59.123456789Z"))) {
            odd.add(
                    new StoredEvent(
                            "id-" + time,
                            "tenken.試験.Odd",
                            "2.1",
                            time,
                            tags,
                            metadata,
                            everyByte,
                            new byte[16]));
        }
        odd.add(
                new StoredEvent(
                        "empty",
                        "Empty",
                        "",
                        Instant.EPOCH,
                        List.of(),
                        Map.of(),
                        new byte[0],
                        new byte[16]));
        Commit commit = commits.commit("市 tenant/№1", odd.toArray(new StoredEvent[0]));
        append(commit);

        assertThat(everything()).containsExactly(commit).allMatch(CommitSeal::intact);
        assertThat(Await.value(log.readTenant("市 tenant/№1", 0, 1)).commits())
                .containsExactly(commit);
    }

    @Test
    protected void largeCommitsAreKept() throws Exception {
        byte[] mebibyte = new byte[1 << 20];
        new Random(14).nextBytes(mebibyte);
        StoredEvent[] many = new StoredEvent[Commit.MAX_EVENTS];
        Arrays.setAll(many, i -> event("Many" + i, tag("item", "" + i)));
        append(commits.commit(NORTH, event("Big", mebibyte)));
        append(
                commits.commit(NORTH, many),
                commits.commit(NORTH, event("Huge", new byte[11 << 20])));

        reopen();

        assertThat(everything().equals(commits.made())).as("all as given").isTrue();
        assertThat(Await.value(log.head())).isEqualTo(commits.head());
    }

    @Test
    protected void futuresCompleteOnTheEnginesOwnThreads() {
        append(commits.commit(NORTH, event("A", tag("item", "1"))));
        List<Supplier<CompletableFuture<?>>> calls =
                List.of(
                        () -> log.head(),
                        () -> log.read(0, 1, 1),
                        () -> log.readMatching(NORTH, Criteria.EVERYTHING, 0, 1, 1),
                        () -> log.readTenant(NORTH, 0, 1),
                        () -> log.tenantHead(NORTH),
                        () ->
                                log.tryAppend(
                                        commits.head(),
                                        List.of(commits.commit(NORTH, event("B")))));
        for (Supplier<CompletableFuture<?>> call : calls) {
            OwnThreadCheck.check(call, this::isDriverThread);
        }
    }

    @Test
    protected void aClosedLogFailsInsteadOfLeavingItsCallersWaiting() {
        log.close();
        assertThat(Await.failure(() -> log.head())).isNotNull();
        assertThat(Await.failure(() -> log.read(0, 1, 1))).isNotNull();
        log.close();
    }

    @Test
    protected void aGrowthHintMayBeAskedForAndReturned() throws Exception {
        AutoCloseable subscription = log.onGrowth(() -> {});
        append(commits.commit(NORTH, event("A")));
        subscription.close();
        append(commits.commit(NORTH, event("B")));
        assertThat(Await.value(log.head())).isEqualTo(2);
    }
}
