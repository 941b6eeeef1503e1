package jp.tenken.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private static final long PATIENCE_SECONDS = 60;

    private final Workers workers =
            new Workers("test", List.of(session()), IllegalStateException::new);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void callbacksMayWaitForFurtherWorkHoweverManyDo() throws Exception {
        List<CompletableFuture<Long>> sums = new ArrayList<>();
        for (long i = 0; i < 50; i++) {
            long own = i;
            sums.add(
                    workers.submit(session -> own)
                            .thenApply(
                                    one ->
                                            one
                                                    + workers.submit(
                                                                    session ->
                                                                            session.number(
                                                                                    "SELECT 100",
                                                                                    0))
                                                            .orTimeout(
                                                                    PATIENCE_SECONDS,
                                                                    TimeUnit.SECONDS)
                                                            .join()));
        }
        for (int i = 0; i < sums.size(); i++) {
            assertThat(value(sums.get(i))).isEqualTo(100 + i);
        }
    }

    @Test
    void aLoneSessionStaysWithOneThreadWhenWorkFollowsOnWork() throws Exception {
        CountDownLatch composed = new CountDownLatch(1);
        List<Thread> threads = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> whole =
                workers.submit(session -> await(composed)).thenCompose(begun -> chain(50, threads));
        composed.countDown();
        value(whole);
        assertThat(threads).hasSize(50);
        assertThat(Set.copyOf(threads)).hasSize(1);
    }

    /** Work whose completion asks for the next one, so many times. */
    private CompletableFuture<Void> chain(int links, List<Thread> threads) {
        return workers.submit(session -> threads.add(Thread.currentThread()))
                .thenCompose(
                        added ->
                                links == 1
                                        ? CompletableFuture.completedFuture(null)
                                        : chain(links - 1, threads));
    }

    @Test
    void whatIsBeyondTheBoundIsRefusedAndRoomIsMadeByFinishedWork() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> accepted = new ArrayList<>();
        for (int i = 0; i < Workers.CAPACITY; i++) {
            accepted.add(workers.submit(session -> await(released)));
        }
        assertThatThrownBy(() -> value(workers.submit(session -> true)))
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasRootCauseInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("too much to do");

        released.countDown();
        for (CompletableFuture<Boolean> each : accepted) {
            assertThat(value(each)).isTrue();
        }
        assertThat(value(untilAccepted())).isTrue();
    }

    /** The last completions may still be giving their places back. */
    private CompletableFuture<Boolean> untilAccepted() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        CompletableFuture<Boolean> attempt = workers.submit(session -> true);
        while (attempt.isCompletedExceptionally() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            attempt = workers.submit(session -> true);
        }
        return attempt;
    }

    @Test
    void aFailureIsTranslatedAndTheSessionGoesOn() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(
                            () ->
                                    value(
                                            workers.submit(
                                                    session ->
                                                            session.number(
                                                                    "SELECT * FROM nowhere", 0))))
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasRootCauseInstanceOf(SQLException.class);
            long seven = value(workers.submit(session -> session.number("SELECT 7", 0)));
            assertThat(seven).isEqualTo(7);
        }
    }

    @Test
    void closingFinishesWhatWasAcceptedAndRefusesTheRest() throws Exception {
        List<CompletableFuture<Long>> accepted = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            accepted.add(workers.submit(session -> session.number("SELECT 1", 0)));
        }
        workers.close();
        for (CompletableFuture<Long> each : accepted) {
            assertThat(value(each)).isEqualTo(1);
        }
        assertThatThrownBy(() -> value(workers.submit(session -> true)))
                .hasMessageContaining("test is closed");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Session session() {
        try {
            return new Session(DriverManager.getConnection("jdbc:sqlite::memory:"));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static <T> T value(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
