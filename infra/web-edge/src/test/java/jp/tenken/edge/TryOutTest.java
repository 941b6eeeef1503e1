package jp.tenken.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import jp.tenken.edge.EdgeServer.Reply;
import org.junit.jupiter.api.Test;

class TryOutTest {

    private static final String TANAKA =
            "{\"subject\":\"tanaka\",\"name\":\"田中\",\"municipalities\":[\"131041\"],"
                    + "\"roles\":[\"department-staff\"],\"departments\":[\"131041/0101\"]}";

    @Test
    void whoeverSitsAtTheMachineMayBeAnybodyAlsoAfterARestart() {
        String token;
        try (EdgeServer server = EdgeServer.start(Map.of())) {
            Reply reply = server.call("POST", "/dev/tokens").json(TANAKA).send();
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            assertThat(reply.json().path("expiresIn").asLong()).isEqualTo(3600);
            token = reply.json().path("accessToken").asString();
            assertThat(server.get(EdgeServer.CONTRACTS).token(token).send().status())
                    .isEqualTo(200);
        }
        try (EdgeServer again = EdgeServer.start(Map.of())) {
            assertThat(again.get(EdgeServer.CONTRACTS).token(token).send().status()).isEqualTo(200);
            assertThat(again.get(EdgeServer.CONTRACTS).token(TestIssuer.staff()).send().code())
                    .isEqualTo("issuer-untrusted");
        }
    }

    @Test
    void aRequestThatCouldComeFromElsewhereGetsNoToken() {
        try (EdgeServer server = EdgeServer.start(Map.of())) {
            for (String header :
                    List.of(
                            "Host: evil.example",
                            "Host: 127.0.0.1.evil.example",
                            "Host: localhost\r\nOrigin: https://evil.example",
                            "Host: localhost\r\nOrigin: null",
                            "Host: localhost\r\nX-Forwarded-For: 10.0.0.1",
                            "Host: localhost\r\nForwarded: for=10.0.0.1")) {
                assertThat(post(server, header)).as(header).contains("403", "dev-token-refused");
            }
            for (String header :
                    List.of(
                            "Host: localhost:8080",
                            "Host: 127.0.0.1",
                            "Host: [::1]:8080",
                            "Host: localhost\r\nOrigin: http://localhost:8080")) {
                assertThat(post(server, header)).as(header).contains("200", "accessToken");
            }
        }
    }

    private static String post(EdgeServer server, String header) {
        byte[] body = TANAKA.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return server.raw(
                "POST /dev/tokens HTTP/1.1\r\n"
                        + header
                        + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n"
                        + new String(body, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void whatATokenIsToSayIsChecked() {
        try (EdgeServer server = EdgeServer.start(Map.of())) {
            Reply reply =
                    server.call("POST", "/dev/tokens")
                            .json(
                                    "{\"subject\":\"\",\"municipalities\":[\"131042\"],"
                                            + "\"roles\":[\"king\"],\"departments\":[\"0101\"]}")
                            .send();
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.violations())
                    .containsExactlyInAnyOrder(
                            "subject: field-length",
                            "municipalities[0]: municipality-code-invalid",
                            "roles[0]: role-unknown",
                            "departments[0]: field-format");
        }
    }

    @Test
    void thereIsNoTryOutBesideAConfiguredIssuer() {
        assertThat(EdgeServer.shared().call("POST", "/dev/tokens").json(TANAKA).send().status())
                .isEqualTo(404);
    }

    @Test
    void withoutAnIssuerTheServiceDoesNotListenToTheWorld() {
        assertThatThrownBy(() -> EdgeServer.start(Map.of("server.address", "0.0.0.0")).close())
                .hasStackTraceContaining("no identity provider is configured");
    }
}
