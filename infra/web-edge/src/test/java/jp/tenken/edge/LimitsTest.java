package jp.tenken.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import jp.tenken.edge.EdgeServer.Reply;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static EdgeServer with(Map<String, String> limits) {
        Map<String, String> settings = new TreeMap<>(TestIssuer.settings());
        settings.putAll(limits);
        return EdgeServer.start(settings);
    }

    @Test
    void oneCallerWhoAsksTooOftenWaitsAndNobodyElse() {
        try (EdgeServer server =
                with(
                        Map.of(
                                "tenken.limits.requests-per-second", "1",
                                "tenken.limits.burst", "3"))) {
            String token = TestIssuer.staff();
            List<Reply> replies = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                replies.add(server.get(EdgeServer.CONTRACTS).token(token).send());
            }
            Reply limited =
                    replies.stream().filter(each -> each.status() == 429).findFirst().orElseThrow();
            assertThat(limited.code()).isEqualTo("rate-limited");
            assertThat(Long.parseLong(String.valueOf(limited.header("Retry-After"))))
                    .isBetween(1L, 5L);
            assertThat(
                            server.get(EdgeServer.CONTRACTS)
                                    .token(TestIssuer.as("auditor"))
                                    .send()
                                    .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aRequestThatIsNotAnsweredIsGivenUp() {
        try (EdgeServer server = with(Map.of("tenken.limits.timeout", "200ms"))) {
            Reply reply =
                    server.get(EdgeServer.CONTRACTS + "/slow").token(TestIssuer.staff()).send();
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.code()).isEqualTo("timed-out");
        }
    }

    @Test
    void moreRequestsAtOnceThanFitAreToldToComeBack() {
        try (EdgeServer server =
                with(
                        Map.of(
                                "tenken.limits.in-flight", "2",
                                "tenken.limits.timeout", "3s"))) {
            List<CompletableFuture<Reply>> slow = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                slow.add(
                        CompletableFuture.supplyAsync(
                                () ->
                                        server.get(EdgeServer.CONTRACTS + "/slow")
                                                .token(TestIssuer.staff())
                                                .send(),
                                command -> Thread.ofPlatform().start(command)));
            }
            List<Reply> replies = slow.stream().map(CompletableFuture::join).toList();
            assertThat(replies.stream().filter(each -> each.code().equals("overloaded")))
                    .isNotEmpty()
                    .allSatisfy(
                            each -> {
                                assertThat(each.status()).isEqualTo(503);
                                assertThat(each.header("Retry-After")).isEqualTo("1");
                            });
            assertThat(server.get(EdgeServer.CONTRACTS).token(TestIssuer.staff()).send().status())
                    .isEqualTo(200);
        }
    }
}
