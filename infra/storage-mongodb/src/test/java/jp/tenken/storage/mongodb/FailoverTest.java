package jp.tenken.storage.mongodb;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static jp.tenken.eventstore.tck.CommitFixtures.tag;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.EventStoreRig;
import jp.tenken.eventstore.tck.SoundHistory;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

/**
 * What was acknowledged, or read, stays through changes of the primary. Notes §2.5, 13, 15 and 17,
 * as far as a client can bring them about: a primary that is cut off from the others by the network
 * is not among them.
 */
@ExtendWith(TestServer.class)
@EnabledIf(
        value = "jp.tenken.storage.mongodb.TestServer#isReplicaSet",
        disabledReason = "NOT RUN: needs a replica set, named by TENKEN_TEST_MONGODB_URI")
class FailoverTest {

    private static final int WRITERS = 16;
    private static final int STEP_DOWNS = 3;
    private static final int APPENDS_BETWEEN = 200;

    private final CommitLog log = TestLogs.open(TestServer.open(TestServer.database()));
    private final ConcurrentLinkedQueue<AppendReceipt> receipts = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void whatWasAcknowledgedStandsOnceAndInOrderWhoeverIsPrimary() {
        try (EventStoreRig rig = EventStoreRig.over(log)) {
            List<CompletableFuture<List<AppendReceipt>>> writers =
                    IntStream.range(0, WRITERS)
                            .mapToObj(writer -> write(rig, writer, new ArrayList<>()))
                            .toList();
            whileThePrimaryChanges();

            List<Commit> history = new ArrayList<>();
            for (CompletableFuture<List<AppendReceipt>> writer : writers) {
                List<Commit> own = Await.value(writer).stream().map(AppendReceipt::commit).toList();
                assertThat(own).isNotEmpty();
                assertThat(own)
                        .extracting(commit -> commit.header().position())
                        .as("each writer's appends in the order in which it made them")
                        .isSorted();
                history.addAll(own);
            }
            List<Commit> standing = SoundHistory.of(log);
            assertThat(standing).doesNotHaveDuplicates().containsAll(history);
            assertThat(standing)
                    .as("every append has its own id, also where its command was sent twice")
                    .extracting(commit -> commit.header().appendId())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatWasReadIsNeverTakenBack() {
        List<Commit> read = new ArrayList<>();
        try (EventStoreRig rig = EventStoreRig.over(log)) {
            List<CompletableFuture<List<AppendReceipt>>> writers =
                    IntStream.range(0, WRITERS)
                            .mapToObj(writer -> write(rig, writer, new ArrayList<>()))
                            .toList();
            CompletableFuture<Void> reader =
                    CompletableFuture.runAsync(() -> readUntilOver(read), rig.executor());
            whileThePrimaryChanges();
            writers.forEach(Await::value);
            Await.value(reader.thenApply(done -> true));

            assertThat(read).isNotEmpty();
            assertThat(SoundHistory.of(log)).startsWith(read.toArray(Commit[]::new));
        }
    }

    /** One append after the other until it is over, each of which must come out. */
    private CompletableFuture<List<AppendReceipt>> write(
            EventStoreRig rig, int writer, List<AppendReceipt> own) {
        if (over.get()) {
            return CompletableFuture.completedFuture(own);
        }
        return rig.append(
                        "tenant-" + writer % 3,
                        null,
                        event("Written", tag("writer", Integer.toString(writer))))
                .thenComposeAsync(
                        receipt -> {
                            own.add(receipt);
                            receipts.add(receipt);
                            return write(rig, writer, own);
                        },
                        rig.executor());
    }

    private void readUntilOver(List<Commit> read) {
        while (!over.get()) {
            long after = read.isEmpty() ? 0 : read.getLast().header().lastPosition();
            CompletableFuture<CommitPage> page = log.read(after, Long.MAX_VALUE, 100);
            if (Await.outcome(page) == null) {
                read.addAll(Await.value(page).commits());
            }
        }
    }

    private void whileThePrimaryChanges() {
        for (int change = 1; change <= STEP_DOWNS; change++) {
            int sofar = receipts.size();
            Await.until(
                    "appends are acknowledged", () -> receipts.size() > sofar + APPENDS_BETWEEN);
            stepDown();
        }
        int sofar = receipts.size();
        Await.until(
                "appends are acknowledged after the last change",
                () -> receipts.size() > sofar + APPENDS_BETWEEN);
        over.set(true);
    }

    /** The primary may cut its connections instead of answering. */
    private static void stepDown() {
        Mono.from(
                        TestServer.open("admin")
                                .runCommand(
                                        new Document("replSetStepDown", 5).append("force", true)))
                .onErrorComplete()
                .block();
    }
}
