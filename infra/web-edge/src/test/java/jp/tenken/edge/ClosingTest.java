package jp.tenken.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import jp.tenken.edge.http.Closing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClosingTest {

    @Test
    void whatIsUnderWayFinishesAndWhatComesLaterIsSentElsewhere() {
        Closing closing = new Closing();
        assertThat(closing.enter()).isTrue();
        assertThat(closing.enter()).isTrue();
        CompletableFuture<@Nullable Void> told = closing.begun().toFuture();
        assertThat(told).isNotDone();

        CompletableFuture<@Nullable Void> finished = closing.begin().toFuture();
        assertThat(told).isCompleted();
        assertThat(closing.begun().toFuture()).isCompleted();
        assertThat(closing.enter()).isFalse();
        closing.leave();
        assertThat(finished).isNotDone();
        closing.leave();

        assertThat(finished).isCompleted();
        assertThat(closing.begin().toFuture()).isCompleted();
    }

    @Test
    void whereNothingIsUnderWayTheEndIsThereAtOnce() {
        assertThat(new Closing().begin().toFuture()).isCompleted();
    }

    @Test
    void aServerThatIsAboutToEndRefusesWithTheProblemAndAnswersItsProbes() {
        try (EdgeServer server = EdgeServer.start(TestIssuer.settings())) {
            assertThat(server.get("/permissions").send().status()).isEqualTo(200);
            server.bean(Closing.class).begin().block();

            EdgeServer.Reply refused = server.get(EdgeServer.CONTRACTS).send();

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("shutting-down");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.header("X-Request-Id")).isNotNull();
            assertThat(server.get("/actuator/health").send().code()).isNotEqualTo("shutting-down");
        }
    }
}
