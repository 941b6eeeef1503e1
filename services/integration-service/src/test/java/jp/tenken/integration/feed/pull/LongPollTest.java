package jp.tenken.integration.feed.pull;

import static jp.tenken.integration.Deliveries.SHIBUYA;
import static jp.tenken.integration.Deliveries.SHINJUKU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.integration.Deliveries;
import jp.tenken.integration.Deliveries.Reply;
import jp.tenken.integration.feed.Arrivals;
import jp.tenken.integration.feed.Arrivals.Arrival;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request that waits for news. */
class LongPollTest {

    private static final String CURSOR = "Tenken-Next-Cursor";

    private final Deliveries feed = new Deliveries();
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @BeforeEach
    void somethingHasHappened() {
        feed.commit(SHINJUKU, feed.registered("c1", "0101"), feed.registered("c2", "0102"));
        feed.commit(SHIBUYA, feed.registered("c1", "0101"));
    }

    @AfterEach
    void closeTheLog() {
        clients.shutdownNow();
        feed.close();
    }

    private CompletableFuture<Reply> waiting(String... more) {
        String cursor = feed.pull(SHINJUKU).header(CURSOR);
        List<String> parameters = new ArrayList<>(List.of("after", cursor, "wait", "30"));
        parameters.addAll(List.of(more));
        int before = feed.arrivals().waiting();
        CompletableFuture<Reply> reply =
                CompletableFuture.supplyAsync(
                        () -> feed.pull(SHINJUKU, parameters.toArray(String[]::new)), clients);
        Await.until("the request waits", () -> feed.arrivals().waiting() == before + 1);
        return reply;
    }

    @Test
    void whoWaitsGetsWhatHappensNext() {
        CompletableFuture<Reply> reply = waiting();
        CompletableFuture<Reply> another = waiting("limit", "1");

        long sequence = feed.commit(SHINJUKU, feed.decided("c1", "OPS-01"));

        assertThat(Await.value(reply).sequences()).containsExactly(sequence);
        assertThat(Await.value(another).sequences()).containsExactly(sequence);
        Await.until("nobody waits", () -> feed.arrivals().waiting() == 0);
    }

    @Test
    void whatHappensElsewhereOrIsNotWantedWakesNobodyForGood() {
        CompletableFuture<Reply> reply = waiting("departmentCode", "0102");

        feed.commit(SHIBUYA, feed.decided("c1", "OPS-01"));
        feed.commit(SHINJUKU, feed.decided("c1", "OPS-01"));
        feed.commit(SHINJUKU, feed.decided("c1", "OPS-02"), feed.decided("c2", "OPS-01"));

        assertThat(Await.value(reply).sequences()).containsExactly(5L);
        assertThat(Await.value(reply).header("Tenken-Scanned-Sequence")).isEqualTo("5");
    }

    @Test
    void whoHasSomethingToReadDoesNotWait() {
        Reply reply = feed.pull(SHINJUKU, "wait", "30");

        assertThat(reply.sequences()).containsExactly(1L, 2L);
        assertThat(feed.arrivals().waiting()).isZero();
    }

    @Test
    void whenTheTimeIsUpTheAnswerIsEmptyAndSaysHowFarWasRead() {
        String cursor = feed.pull(SHINJUKU, "limit", "1").header(CURSOR);

        Reply reply = feed.pull(SHINJUKU, "after", cursor, "wait", "1", "contractId", "c1");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("[]");
        assertThat(reply.header("Tenken-Scanned-Sequence")).isEqualTo("2");
        assertThat(reply.header("Tenken-Has-More")).isEqualTo("false");
        assertThat(feed.pull(SHINJUKU, "after", reply.header(CURSOR)).sequences()).isEmpty();
    }

    @Test
    void aLogThatClosesSendsWhoWaitsAway() {
        CompletableFuture<Reply> reply = waiting();

        feed.close();

        assertThat(Await.value(reply).status()).isEqualTo(503);
        assertThat(Await.value(reply).code()).isEqualTo("shutting-down");
        assertThat(Await.value(reply).header("Retry-After")).isEqualTo("1");
    }

    @Test
    void onlySoManyMayWaitForOneMunicipalityAndOnlySoManyAtAll() {
        List<Arrival> open = new ArrayList<>();
        for (int tenant = 0; open.size() < Arrivals.MOST; tenant++) {
            for (int i = 0; i < Arrivals.MOST_OF_ONE_TENANT && open.size() < Arrivals.MOST; i++) {
                open.add(feed.arrivals().expect("tenant-" + tenant));
            }
            if (open.size() < Arrivals.MOST) {
                String full = "tenant-" + tenant;
                assertThatThrownBy(() -> feed.arrivals().expect(full))
                        .isInstanceOf(RejectedExecutionException.class);
            }
        }
        Reply refused = feed.pull(SHINJUKU, "wait", "30");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("overloaded");
        assertThat(refused.header("Retry-After")).isEqualTo("1");

        open.forEach(Arrival::close);
        open.forEach(Arrival::close);

        assertThat(feed.arrivals().waiting()).isZero();
        assertThat(feed.pull(SHINJUKU, "wait", "30").sequences()).containsExactly(1L, 2L);
    }
}
