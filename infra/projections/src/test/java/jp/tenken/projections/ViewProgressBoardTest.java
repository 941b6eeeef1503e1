package jp.tenken.projections;

import static jp.tenken.projections.ProjectionFixture.eventually;
import static jp.tenken.projections.ProjectionFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewProgressBoardTest {

    private static final ViewName VIEW = new ViewName("sheets", 1);

    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "board"));
    private final ViewProgressBoard board =
            new ViewProgressBoard(
                    new ProjectionSettings(1, 1, 1, Duration.ZERO, Duration.ZERO, 3, 2), executor);

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    @Test
    void completesWhoWaitsForAPositionAsSoonAsItIsPassed() {
        CompletableFuture<Void> five = board.awaitPosition(VIEW, 5);
        CompletableFuture<Void> six = board.awaitPosition(VIEW, 6);

        board.advanced(VIEW, 5, Map.of());
        get(five);

        assertThat(six).isNotDone();
        assertThat(board.position(VIEW)).isEqualTo(5);
        assertThat(board.awaitPosition(VIEW, 4)).isCompleted();
        board.advanced(VIEW, 70, Map.of());
        get(six);
    }

    @Test
    void completesOnItsExecutorAndNotOnTheProcessorsThread() {
        AtomicReference<String> thread = new AtomicReference<>("");
        CompletableFuture<Void> waiting =
                board.awaitPosition(VIEW, 1)
                        .thenRun(() -> thread.set(Thread.currentThread().getName()));

        board.advanced(VIEW, 1, Map.of());
        get(waiting);

        assertThat(thread).hasValue("board");
    }

    @Test
    void keepsViewsAndTenantsApart() {
        CompletableFuture<Void> other = board.awaitPosition(new ViewName("sheets", 2), 1);
        CompletableFuture<Boolean> tenant = board.awaitSequence(VIEW, "t1", 1);

        board.advanced(VIEW, 9, Map.of("t2", 9L, "t", 9L, "t11", 9L));

        assertThat(other).isNotDone();
        assertThat(tenant).isNotDone();
    }

    @Test
    void boundsWaitersOverAllViewsAndFreesThePlaceOfWhoeverGivesUp() {
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(board.awaitPosition(new ViewName("sheets", i + 1), 1));
        }

        assertThat(board.awaitPosition(VIEW, 1)).isCompletedExceptionally();
        assertThat(waiting.get(1).cancel(false)).isTrue();
        assertThat(waiting.get(2).completeExceptionally(new ViewBehindException(VIEW, 1))).isTrue();

        assertThat(board.waiters()).isEqualTo(1);
        assertThat(board.awaitPosition(VIEW, 1)).isNotDone();
    }

    @Test
    void forgetsTheTenantsThatItHasNotSeenForLongest() {
        board.advanced(VIEW, 1, Map.of("t1", 1L));
        board.advanced(VIEW, 2, Map.of("t2", 1L));
        board.advanced(VIEW, 3, Map.of("t3", 1L));

        assertThat(board.follows(VIEW, "t1")).isFalse();
        assertThat(board.follows(VIEW, "t2")).isTrue();
        assertThat(board.follows(VIEW, "t3")).isTrue();
        assertThat(board.awaitSequence(VIEW, "t1", 1)).isNotDone();
    }

    @Test
    void sendsWhoeverWaitsForATenantToLookAgainWhenTheViewJumps() {
        CompletableFuture<Boolean> tenant = board.awaitSequence(VIEW, "t", 4);
        CompletableFuture<Void> position = board.awaitPosition(VIEW, 40);

        board.found(VIEW, 40);

        assertThat(get(tenant)).isFalse();
        get(position);
        eventually("all places are free", () -> board.waiters() == 0);
    }
}
