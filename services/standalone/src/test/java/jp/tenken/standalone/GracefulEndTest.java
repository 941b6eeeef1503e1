package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.integration.IntegrationService;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The program is ended while somebody waits for news: it answers, gives back what it has, ends. */
class GracefulEndTest {

    private static final String EVENTS = "/v1/municipalities/131041/events";
    private static final String CURSOR = "Tenken-Next-Cursor";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(MoveEngine.class)
    void whoWaitsForNewsIsAnsweredWithAnEmptyPageAndGoesOnElsewhere(MoveEngine engine)
            throws Exception {
        House house = engine.in(folder);
        String next;
        try (StartedProgram program = house.start()) {
            String token = program.token(List.of("131041"), "integrator");
            String path = EVENTS + "?limit=500&wait=30&after=" + endOfTheFeed(program, token);
            CompletableFuture<HttpResponse<String>> waiting = begun(program, token, path);
            IntegrationService integration = program.bean(IntegrationService.class);
            Await.until("the request waits", () -> integration.waiting() == 1);
            assertThat(house.claims() > 0).isEqualTo(house.shared());

            program.end();

            HttpResponse<String> answer =
                    waiting.get(StartedProgram.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("[]");
            assertThat(answer.headers().firstValue("Tenken-Has-More")).hasValue("false");
            next = answer.headers().firstValue(CURSOR).orElseThrow();
        }
        assertThat(house.claims()).isZero();
        try (StartedProgram elsewhere = house.start()) {
            String token = elsewhere.token(List.of("131041"), "integrator");
            HttpResponse<String> more = elsewhere.asks(token, EVENTS + "?after=" + next);
            assertThat(more.statusCode()).isEqualTo(200);
            assertThat(more.body()).isEqualTo("[]");
        }
    }

    private static String endOfTheFeed(StartedProgram program, String token) throws Exception {
        HttpResponse<String> page = program.asks(token, EVENTS + "?limit=500");
        assertThat(page.headers().firstValue("Tenken-Has-More")).hasValue("false");
        return page.headers().firstValue(CURSOR).orElseThrow();
    }

    private static CompletableFuture<HttpResponse<String>> begun(
            StartedProgram program, String token, String path) {
        CompletableFuture<HttpResponse<String>> answer = new CompletableFuture<>();
        new Thread(
                        () -> {
                            try {
                                answer.complete(program.asks(token, path));
                            } catch (Exception failure) {
                                answer.completeExceptionally(failure);
                            }
                        },
                        "waits-for-news")
                .start();
        return answer;
    }
}
