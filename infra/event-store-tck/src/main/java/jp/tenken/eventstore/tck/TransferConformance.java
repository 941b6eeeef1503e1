package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.CHAIN;
import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static jp.tenken.eventstore.tck.CommitFixtures.tag;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.append.AppendRefusedException;
import jp.tenken.eventstore.append.AppendRefusedException.Reason;
import jp.tenken.eventstore.transfer.ImportReceipt;
import jp.tenken.eventstore.transfer.TransferProgress;
import jp.tenken.eventstore.transfer.TransferSummary;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * A tenant's history moves out of an engine's log and into it, and stays what it was. An engine's
 * test class extends this and says how to {@link #open} a log.
 */
public abstract class TransferConformance extends TransferFileConformance {

    @Test
    void aHistoryThatMovedThereAndBackIsTheSameByteForByte() throws Exception {
        history(NORTH, 40);
        history(SOUTH, 10);
        List<byte[]> before = bytes(log, NORTH);
        TransferSummary there = export(log, NORTH, file("there"));
        InMemoryCommitLog between = new InMemoryCommitLog();
        importInto(between, file("there"));
        export(between, NORTH, file("back"));
        try (var home = open(directory.resolve("home"))) {
            ImportReceipt receipt = importInto(home, file("back"));
            assertThat(bytes(home, NORTH)).containsExactlyElementsOf(before);
            assertThat(bytes(home, SOUTH)).isEmpty();
            assertThat(Await.value(home.tenantHead(NORTH)).hash())
                    .isEqualTo(Await.value(log.tenantHead(NORTH)).hash())
                    .isEqualTo(there.header().headHash());
            assertThat(receipt.eventsBefore()).isZero();
            assertThat(receipt.eventsNow()).isEqualTo(there.events());
        }
    }

    @RepeatedTest(5)
    void anyHistoryStandsInTheTargetAsItStoodInTheSourceTombstonesToo() throws Exception {
        long seed = Scale.seed();
        Random random = new Random(seed);
        randomHistory(random, Scale.of(120));
        TransferSummary file = export(log, NORTH, file("north"));
        InMemoryCommitLog target = occupied(random);
        importInto(target, file("north"));
        assertThat(bytes(target, NORTH))
                .as("seed %d", seed)
                .containsExactlyElementsOf(bytes(log, NORTH));
        assertThat(file.tombstones()).isEqualTo(tombstones(log, NORTH));
        assertDense(target);
        assertChainsEndAlike(log, target, NORTH);
    }

    @Test
    void importingTwiceIsImportingOnce() {
        history(NORTH, 30);
        export(log, NORTH, file("north"));
        InMemoryCommitLog target = new InMemoryCommitLog();
        ImportReceipt first = importInto(target, file("north"));
        long head = Await.value(target.head());
        ImportReceipt second = importInto(target, file("north"));
        assertThat(Await.value(target.head())).isEqualTo(head);
        assertThat(second.eventsBefore()).isEqualTo(first.eventsNow());
    }

    @Test
    void whatWentOnWorkingInTheTargetIsNotImportedOver() {
        history(NORTH, 5);
        export(log, NORTH, file("north"));
        InMemoryCommitLog target = new InMemoryCommitLog();
        importInto(target, file("north"));
        try (EventStoreRig rig = EventStoreRig.over(target)) {
            Await.value(rig.append(NORTH, null, event("Later")));
        }
        ImportReceipt again = importInto(target, file("north"));
        assertThat(again.eventsNow()).isEqualTo(again.file().events() + 1);
    }

    @Test
    void anotherHistoryOfTheTenantIsRefusedAndNothingWritten() {
        history(NORTH, 10);
        export(log, NORTH, file("north"));
        for (int others : List.of(1, 10, 100)) {
            InMemoryCommitLog target = new InMemoryCommitLog();
            try (EventStoreRig rig = EventStoreRig.over(target)) {
                for (int i = 0; i < others; i++) {
                    Await.value(rig.append(NORTH, null, event("Own")));
                }
            }
            assertThat(refusal(() -> importInto(target, file("north"))))
                    .isEqualTo("transfer-diverged");
            assertThat(Await.value(target.head())).isEqualTo(others);
        }
    }

    @Test
    void commandsThatTheSourceTookAfterTheExportAreFoundOut() {
        history(NORTH, 10);
        export(log, NORTH, file("early"));
        append(commits.commit(NORTH, event("AfterTheExport")));
        export(log, NORTH, file("late"));
        InMemoryCommitLog target = new InMemoryCommitLog();
        importInto(target, file("early"));
        try (EventStoreRig rig = EventStoreRig.over(target)) {
            Await.value(rig.append(NORTH, null, event("FirstInTheTarget")));
        }
        assertThat(refusal(() -> importInto(target, file("late")))).isEqualTo("transfer-diverged");
    }

    @Test
    void anAppendIdThatSomebodyElseHasUsedIsRefused() {
        Commit first = commits.commit(NORTH, event("A"));
        append(first);
        export(log, NORTH, file("north"));
        InMemoryCommitLog target = new InMemoryCommitLog();
        CommitHeader header = first.header();
        Await.value(
                target.tryAppend(
                        0, List.of(sealed(1, header.appendId(), SOUTH, 1, event("Theirs")))));
        assertThat(refusal(() -> importInto(target, file("north"))))
                .isEqualTo("transfer-append-id-taken");
        assertThat(Await.value(target.head())).isEqualTo(1);
    }

    @Test
    void aCommitThatDoesNotFollowIsRefusedByTheAppender() {
        append(commits.commit(NORTH, event("A", tag(CHAIN, "1"))));
        Commit second = commits.commit(NORTH, event("B", tag(CHAIN, "1")));
        InMemoryCommitLog target = new InMemoryCommitLog();
        try (EventStoreRig rig = EventStoreRig.over(target)) {
            Throwable refusal = Await.failure(() -> rig.appender().move(second, 0));
            assertThat(refusal)
                    .isInstanceOfSatisfying(
                            AppendRefusedException.class,
                            why -> assertThat(why.reason()).isEqualTo(Reason.DOES_NOT_FOLLOW));
        }
        assertThat(Await.value(target.head())).isZero();
    }

    @Test
    void aFileFromTheFutureIsRefusedBeforeItHoldsUpEverybodyElse() {
        long tomorrow = System.currentTimeMillis() * 1_000 + 86_400_000_000L;
        append(commits.commitAt(tomorrow, NORTH, event("A")));
        export(log, NORTH, file("north"));
        InMemoryCommitLog target = new InMemoryCommitLog();
        assertThat(refusal(() -> importInto(target, file("north"))))
                .isEqualTo("transfer-log-unavailable");
        assertThat(Await.value(target.head())).isZero();
    }

    @Test
    void anImportThatIsBrokenOffGoesOnWhereItStopped() {
        history(NORTH, Scale.of(900));
        export(log, NORTH, file("north"));
        InMemoryCommitLog target = new InMemoryCommitLog();
        FaultyCommitLog breaking = new FaultyCommitLog(target);
        breaking.script(Fault.NONE, Fault.NONE, Fault.REFUSED);
        assertThat(refusal(() -> importInto(breaking, file("north"))))
                .isEqualTo("transfer-log-unavailable");
        long reached = Await.value(target.tenantHead(NORTH)).sequence();
        assertThat(reached).isPositive().isLessThan(sequence(log, NORTH));
        ImportReceipt second = importInto(target.reopened(), file("north"));
        assertThat(second.eventsBefore()).isEqualTo(reached);
        assertThat(bytes(target, NORTH)).containsExactlyElementsOf(bytes(log, NORTH));
        assertDense(target);
    }

    @Test
    void writesWhoseReplyIsLostStandOnce() {
        history(NORTH, 300);
        export(log, NORTH, file("north"));
        InMemoryCommitLog target = new InMemoryCommitLog();
        FaultyCommitLog breaking = new FaultyCommitLog(target);
        breaking.script(Fault.REPLY_LOST, Fault.BROKEN_BEFORE, Fault.NONE, Fault.REPLY_LOST);
        importInto(breaking, file("north"));
        assertThat(bytes(target, NORTH)).containsExactlyElementsOf(bytes(log, NORTH));
        assertDense(target);
    }

    @Test
    void aHistoryThatIsHeavyByItsTagsGoesInMoreThanOneWriteToo() {
        for (int i = 0; i < 6; i++) {
            append(commits.commit(NORTH, event("A", tag("topic", "検".repeat(200_000)))));
        }
        export(log, NORTH, file("north"));
        List<Long> reached = new ArrayList<>();
        try (EventStoreRig rig = EventStoreRig.over(new InMemoryCommitLog())) {
            importWith(rig, file("north"), (done, all) -> reached.add(done));
        }
        assertThat(reached).hasSizeGreaterThan(1).endsWith(6L);
    }

    @Test
    void othersGoOnWorkingInThisProcessAndInOthersAndAllStayDense() throws Exception {
        InMemoryCommitLog source = new InMemoryCommitLog();
        CommitFixtures moved = new CommitFixtures();
        for (int i = 0; i < Scale.of(800); i++) {
            moved.commit(NORTH, event("Moved", tag(CHAIN, "c" + i % 7)));
        }
        Await.value(source.tryAppend(0, moved.made()));
        export(source, NORTH, file("north"));
        FaultyCommitLog shared = new FaultyCommitLog(log);
        List<CompletableFuture<AppendReceipt>> live = new ArrayList<>();
        try (EventStoreRig here = EventStoreRig.over(shared);
                EventStoreRig elsewhere = EventStoreRig.over(shared)) {
            TransferProgress busy =
                    (done, all) -> {
                        for (EventStoreRig rig : List.of(here, elsewhere)) {
                            live.add(rig.append(SOUTH, null, event("Live", tag(CHAIN, "s"))));
                        }
                    };
            importWith(here, file("north"), busy);
            live.forEach(Await::value);
        }
        assertThat(live).hasSizeGreaterThan(2);
        assertThat(bytes(log, NORTH)).containsExactlyElementsOf(bytes(source, NORTH));
        assertThat(sequence(log, SOUTH)).isEqualTo(live.size());
        assertDense(log);
        assertIntact(log, SOUTH);
        assertIntact(log, NORTH);
    }
}
