package jp.tenken.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tenken.eventstore.WriteTurns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link WriteTurns} must do. The test class of an engine that has turns extends this
 * and says how to {@link #open} a place; nothing else, and no test may be disabled.
 */
public abstract class WriteTurnsConformance {

    @TempDir Path directory;

    private WriteTurns first = new InMemoryWriterLine().place();
    private WriteTurns second = first;
    private WriteTurns third = first;

    /** A new place among the writers of the log that lives under a directory. */
    protected abstract WriteTurns open(Path directory) throws Exception;

    /** As in {@link CommitLogConformance}: whether a thread of this name belongs to a driver. */
    protected boolean isDriverThread(String threadName) {
        return threadName.matches("(?i).*(nio|epoll|event-?loop|netty|mongodb|async-channel).*");
    }

    @BeforeEach
    protected void openThreePlaces() throws Exception {
        first = open(directory.resolve("log"));
        second = open(directory.resolve("log"));
        third = open(directory.resolve("log"));
    }

    @Test
    protected void whatNobodyWantsIsHadAtOnce() {
        assertThat(Await.value(first.wanted())).isFalse();
        assertThat(Await.value(first.take())).isTrue();
        assertThat(Await.value(first.wanted())).as("by others").isFalse();
        assertThat(Await.value(second.wanted())).isTrue();
        assertThat(Await.value(first.leave())).isFalse();
        assertThat(Await.value(second.wanted())).isFalse();
    }

    @Test
    protected void whoComesFirstIsServedFirst() {
        Await.value(first.take());
        CompletableFuture<Boolean> next = queued(second);
        CompletableFuture<Boolean> last = queued(third);

        assertThat(Await.value(first.leave())).isTrue();
        assertThat(Await.value(next)).isTrue();
        assertThat(last).isNotDone();
        CompletableFuture<Boolean> again = queued(first);
        assertThat(Await.value(second.leave())).isTrue();
        assertThat(Await.value(last)).isTrue();
        assertThat(again).isNotDone();
        assertThat(Await.value(third.leave())).isTrue();
        assertThat(Await.value(again)).isTrue();
        assertThat(Await.value(first.leave())).isFalse();
    }

    @Test
    protected void whoLeavesTheLineIsToldAndPassedOver() {
        Await.value(first.take());
        CompletableFuture<Boolean> next = queued(second);
        CompletableFuture<Boolean> last = queued(third);

        assertThat(Await.value(second.leave())).isTrue();
        assertThat(Await.value(next)).isFalse();
        assertThat(Await.value(first.leave())).isTrue();
        assertThat(Await.value(last)).isTrue();
        assertThat(Await.value(third.leave())).isFalse();
        assertThat(Await.value(second.take())).as("as if it had never come").isTrue();
        Await.value(second.leave());
    }

    @Test
    protected void leavingWithoutATurnTakesNothingFromAnybody() {
        Await.value(first.take());
        assertThat(Await.value(second.leave())).isTrue();
        assertThat(Await.value(third.wanted())).isTrue();
        assertThat(Await.value(first.leave())).isFalse();
        assertThat(Await.value(second.leave())).isFalse();
    }

    @Test
    protected void ofManyAtATimeOneHasTheTurnAndEachGetsIt() throws Exception {
        AtomicInteger holders = new AtomicInteger();
        List<CompletableFuture<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            WriteTurns place = open(directory.resolve("log"));
            CompletableFuture<Integer> turns = CompletableFuture.completedFuture(0);
            for (int turn = 0; turn < 5; turn++) {
                turns =
                        turns.thenCompose(
                                most ->
                                        place.take()
                                                .thenApply(taken -> holders.incrementAndGet())
                                                .thenCompose(
                                                        now -> {
                                                            holders.decrementAndGet();
                                                            return place.leave()
                                                                    .thenApply(
                                                                            others ->
                                                                                    Math.max(
                                                                                            most,
                                                                                            now));
                                                        }));
            }
            writers.add(turns);
        }
        assertThat(writers).allSatisfy(writer -> assertThat(Await.value(writer)).isEqualTo(1));
        assertThat(Await.value(first.wanted())).isFalse();
    }

    @Test
    protected void futuresCompleteOnTheEnginesOwnThreads() {
        OwnThreadCheck.check(first::take, this::isDriverThread);
        OwnThreadCheck.check(first::wanted, this::isDriverThread);
        OwnThreadCheck.check(first::leave, this::isDriverThread);
    }

    /** Begins to wait; returns once the place is in line. */
    private CompletableFuture<Boolean> queued(WriteTurns place) {
        CompletableFuture<Boolean> turn = place.take();
        awaitInLine(place);
        assertThat(turn).isNotDone();
        return turn;
    }

    /** Whether and how a test can see that a place has joined the line. */
    protected abstract void awaitInLine(WriteTurns place);
}
